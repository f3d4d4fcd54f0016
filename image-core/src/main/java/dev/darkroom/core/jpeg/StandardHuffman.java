package dev.darkroom.core.jpeg;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The Huffman tables of ITU-T T.81, K.3. Most encoders write them. Decoders use them for a file without tables (Motion JPEG). */
public final class StandardHuffman {
    private static final HuffmanTable DC_LUMA = table("00010501010101010100000000000000", "000102030405060708090a0b");
    private static final HuffmanTable DC_CHROMA = table("00030101010101010101010000000000", "000102030405060708090a0b");
    private static final HuffmanTable AC_LUMA = table("0002010303020403050504040000017d", """
            01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a\
            434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9\
            aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa""");
    private static final HuffmanTable AC_CHROMA = table("00020102040403040705040400010277", """
            000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a3536373839\
            3a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7\
            a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa""");

    private StandardHuffman() {}

    /**
     * The code that is used for a file without tables.
     *
     * @param slot 0 to 3 for DC, 4 to 7 for AC
     */
    public static HuffmanCode at(int slot) {
        boolean luma = slot % 4 == 0;
        return HuffmanCode.of(slot < 4 ? (luma ? DC_LUMA : DC_CHROMA) : luma ? AC_LUMA : AC_CHROMA);
    }

    static boolean has(HuffmanTable table) {
        return List.of(DC_LUMA, DC_CHROMA, AC_LUMA, AC_CHROMA).stream()
                .anyMatch(standard -> Arrays.equals(standard.lengths(), table.lengths())
                        && Arrays.equals(standard.symbols(), table.symbols()));
    }

    private static HuffmanTable table(String lengths, String symbols) {
        byte[] counts = HexFormat.of().parseHex(lengths);
        int[] all = new int[HuffmanTable.LONGEST_CODE + 1];
        for (int i = 0; i < counts.length; i++) {
            all[i + 1] = counts[i];
        }
        return new HuffmanTable(all, HexFormat.of().parseHex(symbols));
    }
}
