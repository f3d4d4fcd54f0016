package dev.darkroom.hostile.table;

import dev.darkroom.hostile.Family;
import java.util.Iterator;

/** The whole table in a process of its own, whose standard output and error somebody else reads. Prints one line, at its end. */
final class QuietProcess {
    private QuietProcess() {}

    public static void main(String[] args) {
        int inputs = 0;
        for (Family family : Family.present()) {
            try (Service service = new Service(family)) {
                for (Row row : Table.rows()) {
                    Iterator<byte[]> files = row.inputs().get().iterator();
                    while (files.hasNext()) {
                        service.process(row, files.next());
                        inputs++;
                    }
                }
            }
        }
        System.out.println(inputs + " inputs");
    }
}
