package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.table.ExpectedOutcome.disallowed;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.HostileCase.row;
import static dev.darkroom.hostile.table.HostileCase.rows;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.Payload;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.table.HostileCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Cases of files that are no picture, an incomplete picture, or a picture of a format that is not accepted. */
final class NonPictureCases {
    private NonPictureCases() {}

    static List<HostileCase> all() {
        return List.of(
                row("empty file", unrecognized(), () -> new byte[0]),
                rows(
                        "every 1 to 11 byte prefix of a magic",
                        unrecognized().or(malformed()),
                        () -> Stream.of(
                                        ValidPictures.jpeg(),
                                        ValidPictures.png(),
                                        ValidPictures.gif(),
                                        ValidPictures.webp())
                                .flatMap(file ->
                                        HostileCase.beginnings(file).skip(1).limit(11))),
                rows(
                        "every 1 to 11 byte prefix of another file's magic",
                        unrecognized().or(disallowed()).or(malformed()),
                        () -> Stream.of(
                                        brand("avif"),
                                        brand("heic"),
                                        text("II*\0\u0008\0\0\0\0\0\0\0"),
                                        text("MM\0*\0\0\0\u0008\0\0\0\0"),
                                        bmp(),
                                        ico(),
                                        text("8BPS\0\1\0\0\0\0\0\0"),
                                        text("\0\0\0\u000CJXL \r\n\u0087\n"),
                                        text("\u00FF\n\0\0\0\0\0\0\0\0\0\0"),
                                        Payload.HTML.bytes(),
                                        Payload.PDF.bytes(),
                                        Payload.ZIP.bytes(),
                                        ValidPictures.svg())
                                .flatMap(file ->
                                        HostileCase.beginnings(file).skip(1).limit(11))),
                rows(
                        "the magic alone, and noise behind it",
                        malformed(),
                        () -> Stream.of(
                                noiseAfter("\u00FF\u00D8\u00FF"),
                                noiseAfter("\u0089PNG\r\n\u001A\n"),
                                noiseAfter("GIF89a"),
                                noiseAfter("RIFF\u00FF\0\0\0WEBP"))),
                row("noise", unrecognized(), () -> noiseAfter("")),
                row("zeros", unrecognized(), () -> new byte[1 << 20]),
                row("AVIF", disallowed(Format.AVIF), () -> brand("avif")),
                row("HEIF", disallowed(Format.HEIF), () -> brand("heic")),
                rows(
                        "HEIF by its other brands",
                        disallowed(Format.HEIF),
                        () -> Stream.of("heix", "hevc", "mif1", "msf1").map(NonPictureCases::brand)),
                row("AVIF sequence", disallowed(Format.AVIF), () -> brand("avis")),
                row(
                        "TIFF of the other byte order",
                        disallowed(Format.TIFF),
                        () -> text("MM\0*\0\0\0\u0008\0\0\0\0\0\0")),
                row("BigTIFF", disallowed(Format.TIFF), () -> text("II+\0\u0008\0\0\0\u0010\0\0\0\0\0\0\0\0\0")),
                row("TIFF", disallowed(Format.TIFF), () -> text("II*\0\u0008\0\0\0\0\0\0\0\0\0")),
                row("BMP", disallowed(Format.BMP), NonPictureCases::bmp),
                row("ICO", disallowed(Format.ICO), NonPictureCases::ico),
                row(
                        "Photoshop",
                        disallowed(Format.PSD),
                        () -> text("8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\1\0\0\0\1\0\10\0\3")),
                row(
                        "JPEG XL",
                        disallowed(Format.JPEG_XL),
                        () -> text("\0\0\0\u000CJXL \r\n\u0087\n\0\0\0\u0014ftypjxl ")),
                row(
                        "JPEG 2000",
                        disallowed(Format.JPEG_2000),
                        () -> text("\0\0\0\u000CjP  \r\n\u0087\n\0\0\0\u0014ftypjp2 ")),
                row("HTML", disallowed(Format.HTML), Payload.HTML::bytes),
                row("PDF", disallowed(Format.PDF), Payload.PDF::bytes),
                row("ZIP", disallowed(Format.ZIP), Payload.ZIP::bytes),
                row("JAR", disallowed(Format.ZIP), Payload.JAR::bytes),
                row("PHP", unrecognized(), Payload.PHP::bytes),
                row("shell script", disallowed(Format.SCRIPT), () -> text("#!/bin/sh\nrm -rf /\n")),
                row(
                        "Windows executable",
                        disallowed(Format.WINDOWS_EXECUTABLE),
                        () -> new ByteWriter()
                                .latin1("MZ\u0090\0\3\0\0\0\4\0\0\0\u00FF\u00FF\0\0")
                                .repeat(200, 0)
                                .toBytes()),
                row(
                        "ELF executable",
                        disallowed(Format.ELF_EXECUTABLE),
                        () -> text("\u007FELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0")),
                row("SVG where none is accepted", disallowed(Format.SVG), ValidPictures::svg));
    }

    private static byte[] text(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] noiseAfter(String magic) {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        return new ByteWriter().latin1(magic).bytes(noise).toBytes();
    }

    private static byte[] brand(String brand) {
        return text("\0\0\0\u0014ftyp" + brand + "\0\0\0\0mif1");
    }

    private static byte[] bmp() {
        ByteWriter header = new ByteWriter().latin1("BM").u32le(58).u32le(0).u32le(54);
        return header.u32le(40)
                .u32le(1)
                .u32le(1)
                .u16le(1)
                .u16le(24)
                .repeat(28, 0)
                .toBytes();
    }

    private static byte[] ico() {
        ByteWriter entry = new ByteWriter()
                .u16le(0)
                .u16le(1)
                .u16le(1)
                .u8(16, 16, 0, 0)
                .u16le(1)
                .u16le(32);
        return entry.u32le(40).u32le(22).repeat(40, 0).toBytes();
    }
}
