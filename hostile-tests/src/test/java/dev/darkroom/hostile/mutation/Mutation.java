package dev.darkroom.hostile.mutation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A way to damage a file. */
enum Mutation {
    TRUNCATED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            int end = random.nextBoolean()
                    ? random.nextInt(victim.file().length + 1)
                    : any(victim, random).start();
            return Arrays.copyOf(victim.file(), end);
        }
    },
    BITS_FLIPPED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            byte[] file = victim.file().clone();
            for (int flips = 1 + random.nextInt(8); flips > 0 && file.length > 0; flips--) {
                file[place(file.length, random)] ^= (byte) (1 << random.nextInt(8));
            }
            return file;
        }
    },
    RUN_OVERWRITTEN {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            byte[] file = victim.file().clone();
            int from = place(file.length, random);
            int to = Math.min(file.length, from + 1 + random.nextInt(64));
            int fill = random.nextInt(4);
            for (int i = from; i < to; i++) {
                file[i] = (byte) (fill == 0 ? 0 : fill == 1 ? 0xFF : random.nextInt(256));
            }
            return file;
        }
    },
    RUN_REMOVED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            int from = place(victim.file().length, random);
            int to = Math.min(victim.file().length, from + 1 + random.nextInt(64));
            return joined(
                    Arrays.copyOf(victim.file(), from), Arrays.copyOfRange(victim.file(), to, victim.file().length));
        }
    },
    RUN_REPEATED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            int from = place(victim.file().length, random);
            int to = Math.min(victim.file().length, from + 1 + random.nextInt(64));
            return joined(
                    Arrays.copyOf(victim.file(), to), Arrays.copyOfRange(victim.file(), from, victim.file().length));
        }
    },
    SPLICED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            int head = any(victim, random).end();
            int tail = any(donor, random).start();
            return joined(
                    Arrays.copyOf(victim.file(), head), Arrays.copyOfRange(donor.file(), tail, donor.file().length));
        }
    },
    PART_TAKEN_OVER {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            int at = any(victim, random).end();
            return joined(
                    Arrays.copyOf(victim.file(), at),
                    any(donor, random).of(donor.file()),
                    Arrays.copyOfRange(victim.file(), at, victim.file().length));
        }
    },
    PART_REPEATED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            List<FilePart> parts = new ArrayList<>(victim.parts());
            parts.add(random.nextInt(parts.size() + 1), any(victim, random));
            return victim.of(parts);
        }
    },
    PART_DROPPED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            List<FilePart> parts = new ArrayList<>(victim.parts());
            parts.remove(random.nextInt(parts.size()));
            return victim.of(parts);
        }
    },
    PARTS_SWAPPED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            List<FilePart> parts = new ArrayList<>(victim.parts());
            Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
            return victim.of(parts);
        }
    },
    FIELD_EDITED {
        @Override
        byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random) {
            byte[] file = victim.file().clone();
            FilePart part = any(victim, random);
            int reach = Math.min(32, part.end() - part.data());
            int at = part.data() + (reach == 0 ? 0 : random.nextInt(reach));
            int[] values = {0, 1, 0x7F, 0x80, 0xFF, random.nextInt(256)};
            int value = values[random.nextInt(values.length)];
            for (int i = at; i < Math.min(at + (1 << random.nextInt(3)), part.end()); i++) {
                file[i] = (byte) value;
            }
            return file;
        }
    };

    private static final int HEADER = 200;

    /**
     * @param donor another file of the same format
     */
    abstract byte[] apply(PartitionedFile victim, PartitionedFile donor, Random random);

    private static FilePart any(PartitionedFile file, Random random) {
        return file.parts().get(random.nextInt(file.parts().size()));
    }

    /** A random offset: in half of the cases among the first bytes, otherwise anywhere in the file. 0 in an empty file. */
    private static int place(int length, Random random) {
        int bound = random.nextBoolean() ? length : Math.min(length, HEADER);
        return bound == 0 ? 0 : random.nextInt(bound);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
