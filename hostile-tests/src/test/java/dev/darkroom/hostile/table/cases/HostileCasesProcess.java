package dev.darkroom.hostile.table.cases;

import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.table.HostileCase;
import dev.darkroom.hostile.table.HostileCaseService;
import java.util.Iterator;

/** Main class that runs the whole table in a separate process, whose output another process reads. It prints one line at its end. */
final class HostileCasesProcess {
    private HostileCasesProcess() {}

    public static void main(String[] args) {
        int inputs = 0;
        for (CodecFamily family : CodecFamily.present()) {
            try (HostileCaseService service = new HostileCaseService(family)) {
                for (HostileCase row : HostileCases.rows()) {
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
