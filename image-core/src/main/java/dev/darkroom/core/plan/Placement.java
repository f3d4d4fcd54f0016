package dev.darkroom.core.plan;

import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.core.Sizing;

/**
 * Where a picture ends up in a variant.
 *
 * @param crop the part of the displayed picture that is shown
 * @param content the size it is shown at
 * @param canvas the variant's size
 * @param left columns of the canvas left of the content
 * @param top rows of the canvas above the content
 */
public record Placement(Region crop, Size content, Size canvas, int left, int top) {
    /** Where a displayed picture of this size ends up under a sizing rule. */
    public static Placement of(Sizing sizing, Size displayed) {
        if (sizing instanceof Sizing.Within box) {
            return whole(displayed, SizingArithmetic.inside(displayed, box.width(), box.height()));
        } else if (sizing instanceof Sizing.Cover box) {
            return cover(box, displayed);
        } else if (sizing instanceof Sizing.Pad box) {
            return pad(box, displayed);
        }
        return whole(displayed, displayed);
    }

    private static Placement cover(Sizing.Cover box, Size displayed) {
        Region crop = SizingArithmetic.crop(displayed, box.width(), box.height());
        boolean larger = crop.width() >= box.width() && crop.height() >= box.height();
        Size size =
                larger ? new Size(box.width(), box.height()) : SizingArithmetic.rounded(crop.width(), crop.height());
        return new Placement(crop, size, size, 0, 0);
    }

    private static Placement pad(Sizing.Pad box, Size displayed) {
        Size content = SizingArithmetic.inside(displayed, box.width(), box.height());
        int left = (box.width() - content.width()) / 2;
        int top = (box.height() - content.height()) / 2;
        return new Placement(Region.all(displayed), content, new Size(box.width(), box.height()), left, top);
    }

    private static Placement whole(Size displayed, Size content) {
        return new Placement(Region.all(displayed), content, content, 0, 0);
    }

    /** Whether the content leaves some of the canvas free. */
    public boolean padded() {
        return !content.equals(canvas);
    }
}
