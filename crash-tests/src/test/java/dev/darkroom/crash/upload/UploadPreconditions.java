package dev.darkroom.crash.upload;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.network.PlannedFault;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The state before a request to the servlet, so that the servlet makes the request of the tested step.
 *
 * @param uploads number of earlier uploads of the content
 * @param deleted whether the content was deleted after these uploads
 * @param mishaps planned faults; the fault of the case is the first one
 */
record UploadPreconditions(int uploads, boolean deleted, List<PlannedFault> mishaps) {
    private static final int ALWAYS = 1_000_000;

    static UploadPreconditions of(CrashCase one) {
        SplittableRandom chance = one.chance("given");
        UploadStep step = (UploadStep) one.step();
        PlannedFault own = PlannedFault.of(one);
        List<PlannedFault> mishaps = new ArrayList<>();
        mishaps.add(once(step) ? own.atOnce() : own);
        switch (step) {
            case TAKE_BACK ->
                mishaps.add(new PlannedFault(UploadStep.STORE_VARIANT, FaultKind.FORBIDDEN, 3, ALWAYS, 0));
            case LOOK_AGAIN -> mishaps.add(new PlannedFault(UploadStep.SWITCH, lost(chance), 1, ALWAYS, 0));
            case HEAD_MANIFEST -> mishaps.add(new PlannedFault(UploadStep.SWITCH, FaultKind.RESET_AFTER, 1, 1, 0));
            case BAR -> mishaps.add(new PlannedFault(UploadStep.SWITCH, FaultKind.RESET_BEFORE, 1, ALWAYS, 0));
            default -> {}
        }
        boolean free = step.action == UploadStep.Action.UPLOAD && step.uploadsBefore < 2 || step == UploadStep.UPLOAD;
        int uploads = free ? chance.nextInt(3) : step.uploadsBefore + chance.nextInt(2);
        boolean deleted = free && uploads > 0 && chance.nextInt(4) == 0;
        return new UploadPreconditions(uploads, deleted, mishaps);
    }

    private static FaultKind lost(SplittableRandom chance) {
        return chance.nextBoolean() ? FaultKind.RESET_AFTER : FaultKind.RESET_BEFORE;
    }

    private static boolean once(UploadStep step) {
        return switch (step) {
            case STORE_VARIANT, REMOVE_FORMER, TAKE_BACK, COPY_TO_NAME, DELETE_VARIANT, DELETE_NAME -> false;
            default -> true;
        };
    }
}
