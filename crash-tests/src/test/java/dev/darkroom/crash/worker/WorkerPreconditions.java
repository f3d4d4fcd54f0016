package dev.darkroom.crash.worker;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.network.PlannedFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The state before a run of the worker, so that the worker makes the request of the tested step.
 *
 * @param archived state of the archive under the name of the upload
 * @param finished whether an earlier run has completed the task
 * @param mishaps planned faults; the fault of the case is the first one
 */
public record WorkerPreconditions(
        ArchiveState archived, boolean finished, Map<String, String> settings, List<PlannedFault> mishaps) {
    public static final String KEY = "staging/batch_1/photos/sunset.jpg";
    public static final String REF = KEY + ".ref.json";
    public static final String NAME = "sunset.jpg";

    /** The state of the archive under the name of the upload. */
    public enum ArchiveState {
        NOTHING,
        THE_UPLOAD,
        ANOTHER_PICTURE,
        ANOTHER_OF_THAT_LENGTH
    }

    static WorkerPreconditions of(CrashCase one) {
        SplittableRandom chance = one.chance("given");
        WorkerStep step = (WorkerStep) one.step();
        PlannedFault own = PlannedFault.of(one);
        List<PlannedFault> mishaps = new ArrayList<>();
        mishaps.add(onlyOnce(step) ? own.atOnce() : own);
        if (step == WorkerStep.CHECK_REF) {
            mishaps.add(new PlannedFault(WorkerStep.WRITE_REF, FaultKind.RESET_AFTER, 1, 1_000_000, 0));
        } else if (step == WorkerStep.CONFIRM_ASSET) {
            mishaps.add(new PlannedFault(WorkerStep.REGISTER, FaultKind.RESET_AFTER, 1, 1, 0));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("DELETE_STAGING", Boolean.toString(step == WorkerStep.DELETE_STAGING || chance.nextInt(3) == 0));
        boolean finished = step == WorkerStep.ASK_FOR_ASSET || step == WorkerStep.LOOK_FOR_REF && chance.nextBoolean();
        settings.put("ARCHIVE_COLLISION", !finished && chance.nextInt(4) == 0 ? "fail" : "suffix");
        return new WorkerPreconditions(archived(step, chance), finished, settings, mishaps);
    }

    private static boolean onlyOnce(WorkerStep step) {
        return switch (step) {
            case CHECK_REF, ASK_FOR_ASSET, CONFIRM_ASSET, LOOK_INTO_ARCHIVE, READ_ARCHIVED -> true;
            default -> false;
        };
    }

    private static ArchiveState archived(WorkerStep step, SplittableRandom chance) {
        return switch (step) {
            case LOOK_INTO_ARCHIVE -> ArchiveState.values()[1 + chance.nextInt(3)];
            case READ_ARCHIVED -> chance.nextBoolean() ? ArchiveState.THE_UPLOAD : ArchiveState.ANOTHER_OF_THAT_LENGTH;
            default -> chance.nextBoolean() ? ArchiveState.NOTHING : ArchiveState.values()[chance.nextInt(4)];
        };
    }

    /** Whether a run without faults succeeds. */
    boolean canSucceed() {
        boolean another = archived == ArchiveState.ANOTHER_PICTURE || archived == ArchiveState.ANOTHER_OF_THAT_LENGTH;
        return !another || settings.get("ARCHIVE_COLLISION").equals("suffix");
    }
}
