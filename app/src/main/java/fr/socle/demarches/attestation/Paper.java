package fr.socle.demarches.attestation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/**
 * Prints an attestation as a PDF that can be read aloud (PDF/UA) and kept for ever (PDF/A-2a): with
 * its language, its title, its structure, its font and its colours.
 */
@Component
class Paper {

    private static final String TEMPLATE = "fr/socle/demarches/attestation/Sheet.jte";

    private static final String STYLE = "/fr/socle/demarches/attestation.css";

    /** Comes with PDFBox. */
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final String head = "<style>" + style() + "</style></head>";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Paper.class.getClassLoader(), "socle.templates");

    Paper() {
        engine.setBinaryStaticContent(true);
        // because it tells each step of each page on the operator's terminal
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    byte[] print(Sheet sheet) {
        var html = new StringOutput();
        engine.render(TEMPLATE, sheet, html);
        var pdf = new ByteArrayOutputStream();
        try {
            builder(html.toString().replace("</head>", head)).toStream(pdf).run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pdf.toByteArray();
    }

    private static PdfRendererBuilder builder(String html) {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(Paper::font, "Attestation", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.withProducer("Socle");
        return builder;
    }

    private static String style() {
        try (var css = resource(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream font() {
        return resource(FONT);
    }

    private static InputStream resource(String name) {
        var found = Paper.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        return found;
    }
}
