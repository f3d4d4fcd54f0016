package dev.darkroom.core.plan;

import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.core.Sizing;

/**
 * The position of a picture in a variant.
 *
 * @param crop the visible part of the displayed picture
 * @param content size of the visible part in the variant
 * @param canvas size of the variant
 * @param left number of canvas columns to the left of the content
 * @param top number of canvas rows above the content
 */
public record Placement(Region crop, Size content, Size canvas, int left, int top) {
    /** Computes the placement of a picture of this displayed size under a sizing rule. */
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

    /** Whether the content is smaller than the canvas. */
    public boolean padded() {
        return !content.equals(canvas);
    }
}
