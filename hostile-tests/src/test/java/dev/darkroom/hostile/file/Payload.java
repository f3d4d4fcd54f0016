package dev.darkroom.hostile.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Content that an attacker wants a server to deliver as a picture. */
public enum Payload {
    HTML("<script>"),
    PDF("%PDF-1.7"),
    ZIP("PK\3\4"),
    JAR("META-INF/MANIFEST.MF"),
    PHP("<?php ");

    private final String mark;

    Payload(String mark) {
        this.mark = mark;
    }

    /** A text that identifies the payload among other bytes. */
    public String mark() {
        return mark;
    }

    public byte[] bytes() {
        return switch (this) {
            case HTML -> text("<html><script>alert(document.domain)</script></html>");
            case PDF ->
                text("%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF\n");
            case PHP -> text("<?php system($_GET['c']); ?>");
            case ZIP, JAR -> archive();
        };
    }

    private byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = this == JAR ? new JarOutputStream(out) : new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(this == JAR ? "META-INF/MANIFEST.MF" : "run.sh"));
            zip.write(text("Main-Class: Evil\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
