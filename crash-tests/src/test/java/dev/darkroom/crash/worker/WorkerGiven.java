package dev.darkroom.crash.worker;

import dev.darkroom.crash.Case;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.line.Mishap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What is the case before a worker's run, so that it comes to the step that is looked at.
 *
 * @param archived what the archive has under the upload's name
 * @param finished whether an earlier run has done everything
 * @param mishaps what goes wrong, the case's own first
 */
public record WorkerGiven(Archived archived, boolean finished, Map<String, String> settings, List<Mishap> mishaps) {
    public static final String KEY = "staging/batch_1/photos/sunset.jpg";
    public static final String REF = KEY + ".ref.json";
    public static final String NAME = "sunset.jpg";

    /** Under the upload's name. */
    public enum Archived {
        NOTHING,
        THE_UPLOAD,
        ANOTHER_PICTURE,
        ANOTHER_OF_THAT_LENGTH
    }

    static WorkerGiven of(Case one) {
        SplittableRandom chance = one.chance("given");
        WorkerStep step = (WorkerStep) one.step();
        Mishap own = Mishap.of(one);
        List<Mishap> mishaps = new ArrayList<>();
        mishaps.add(onlyOnce(step) ? own.atOnce() : own);
        if (step == WorkerStep.CHECK_REF) {
            mishaps.add(new Mishap(WorkerStep.WRITE_REF, Fault.RESET_AFTER, 1, 1_000_000, 0));
        } else if (step == WorkerStep.CONFIRM_ASSET) {
            mishaps.add(new Mishap(WorkerStep.REGISTER, Fault.RESET_AFTER, 1, 1, 0));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("DELETE_STAGING", Boolean.toString(step == WorkerStep.DELETE_STAGING || chance.nextInt(3) == 0));
        boolean finished = step == WorkerStep.ASK_FOR_ASSET || step == WorkerStep.LOOK_FOR_REF && chance.nextBoolean();
        settings.put("ARCHIVE_COLLISION", !finished && chance.nextInt(4) == 0 ? "fail" : "suffix");
        return new WorkerGiven(archived(step, chance), finished, settings, mishaps);
    }

    private static boolean onlyOnce(WorkerStep step) {
        return switch (step) {
            case CHECK_REF, ASK_FOR_ASSET, CONFIRM_ASSET, LOOK_INTO_ARCHIVE, READ_ARCHIVED -> true;
            default -> false;
        };
    }

    private static Archived archived(WorkerStep step, SplittableRandom chance) {
        return switch (step) {
            case LOOK_INTO_ARCHIVE -> Archived.values()[1 + chance.nextInt(3)];
            case READ_ARCHIVED -> chance.nextBoolean() ? Archived.THE_UPLOAD : Archived.ANOTHER_OF_THAT_LENGTH;
            default -> chance.nextBoolean() ? Archived.NOTHING : Archived.values()[chance.nextInt(4)];
        };
    }

    /** Whether a run to which nothing happens succeeds. */
    boolean canSucceed() {
        boolean another = archived == Archived.ANOTHER_PICTURE || archived == Archived.ANOTHER_OF_THAT_LENGTH;
        return !another || settings.get("ARCHIVE_COLLISION").equals("suffix");
    }
}
