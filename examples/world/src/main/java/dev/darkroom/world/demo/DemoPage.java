package dev.darkroom.world.demo;

import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the HTML page of a demonstration. It has no scripts and loads only pictures from the folders next to it. */
final class DemoPage {
    private static final String START = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Darkroom demo</title>
            <style>
            :root { color-scheme: light dark; --line: #d9d9d6; --soft: #6b6b68; --ground: #fbfbf9; --card: #fff; --bad: #b00020; }
            @media (prefers-color-scheme: dark) {
              :root { --line: #3a3a3c; --soft: #a0a0a3; --ground: #161618; --card: #202023; --bad: #ff8a80; }
            }
            body { margin: 0 auto; max-width: 90rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--ground);
                   font: 1rem/1.5 system-ui, sans-serif; }
            h1 { font-weight: 600; margin: 0 0 .25rem; }
            h2 { font-weight: 600; margin: 3rem 0 .25rem; overflow-wrap: anywhere; }
            p { margin: 0 0 1rem; color: var(--soft); }
            .row { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-end; }
            figure { margin: 0; padding: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
            img { display: block; max-width: min(100%, 22rem); max-height: 26rem; image-orientation: from-image; }
            figcaption { margin-top: .6rem; font-variant-numeric: tabular-nums; }
            figcaption span { color: var(--soft); display: block; }
            details { margin-top: 1rem; }
            pre { overflow-x: auto; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
            .bad { color: var(--bad); }
            </style>
            </head>
            <body>
            <h1>Darkroom demo</h1>
            <p>Each photograph went from a staging bucket through the worker to a CDN, an archive and a callback.
            Sizes are as displayed; a picture opens in full by a click.</p>
            """;

    private DemoPage() {}

    static String html(List<DemoResult> results) {
        return START + results.stream().map(DemoPage::section).collect(Collectors.joining()) + "</body>\n</html>\n";
    }

    private static String section(DemoResult result) {
        StringBuilder html = new StringBuilder();
        html.append("<section>\n<h2>")
                .append(UnitFormat.html(result.photo().name()))
                .append("</h2>\n");
        html.append(result.good() ? "<p>" : "<p class=\"bad\">")
                .append(UnitFormat.html(summary(result)))
                .append("</p>\n<div class=\"row\">\n");
        html.append(figure(
                result,
                result.uploadFile(),
                "upload",
                result.photo().contentType(),
                result.photo().bytes()));
        for (RegisteredAsset.Variant variant : result.variants()) {
            html.append(
                    figure(result, DemoResult.file(variant), variant.name(), variant.contentType(), variant.bytes()));
        }
        html.append("</div>\n");
        result.ref().ifPresent(ref -> html.append(details("The .ref.json", ref)));
        result.callback().ifPresent(callback -> html.append(details("The callback", callback.raw())));
        return html.append("</section>\n").toString();
    }

    private static String summary(DemoResult result) {
        String total = result.callback()
                .map(callback -> callback.object("performance").get("total_time_ms"))
                .map(millis -> ", " + millis + " ms of work")
                .orElse("");
        String error = result.callback().map(ReceivedCallback::error).orElse("no callback");
        return result.good()
                ? "Done in " + UnitFormat.time(result.ended().took()) + " of process" + total + "."
                : "Failed with exit status " + result.ended().exit() + ": " + error;
    }

    private static String figure(DemoResult result, String file, String name, String type, byte[] bytes) {
        String path = UnitFormat.html(result.photo().folder() + "/" + file);
        return "<figure><a href=\"" + path + "\"><img src=\"" + path + "\" alt=\"" + UnitFormat.html(name)
                + "\"></a><figcaption><b>" + UnitFormat.html(name) + "</b><span>" + UnitFormat.size(bytes) + " px · "
                + UnitFormat.bytes(bytes.length) + " · " + UnitFormat.html(type.replace("image/", ""))
                + "</span></figcaption></figure>\n";
    }

    private static String details(String title, String text) {
        return "<details><summary>" + title + "</summary><pre>" + UnitFormat.html(text) + "</pre></details>\n";
    }
}
