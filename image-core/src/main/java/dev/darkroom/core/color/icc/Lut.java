package dev.darkroom.core.color.icc;

import java.util.List;

/**
 * An evaluated A2B tag. It converts device values in 0…1 to XYZ relative to D50, with Y = 1 for white.
 *
 * @param stages processing steps from device values to the encoded connection space
 */
public record Lut(List<LutStage> stages, Pcs pcs) {
    public double[] toXyz(double... device) {
        double[] v = {device[0], device[device.length > 1 ? 1 : 0], device[device.length > 2 ? 2 : 0]};
        for (LutStage stage : stages) {
            stage.apply(v);
        }
        return pcs.toXyz(v);
    }

    static Lut parse(IccBytes tag, IccHeader header) throws UnusableProfileException {
        return switch (tag.signature(0)) {
            case "mft1" -> Lut8And16.parse(tag, header, 1);
            case "mft2" -> Lut8And16.parse(tag, header, 2);
            case "mAB " -> LutAToB.parse(tag, header);
            default ->
                throw new UnusableProfileException("a lookup table is of the unknown type '" + tag.signature(0) + "'");
        };
    }

    static void requireChannels(IccBytes tag, IccHeader header) throws UnusableProfileException {
        int inputs = tag.u8(8);
        int outputs = tag.u8(9);
        if (inputs != header.channels() || outputs != Clut.OUTPUTS) {
            throw new UnusableProfileException("a lookup table has " + inputs + " inputs and " + outputs + " outputs ("
                    + header.channels() + " and " + Clut.OUTPUTS + " are needed)");
        }
    }
}
