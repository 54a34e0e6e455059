package fr.socle.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a {@link Page} through the template that lies beside it. */
@Component
public class PageRenderer {

    private static final ClassValue<String> TEMPLATE =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> page) {
                    return page.getName().replace('.', '/') + ".jte";
                }
            };

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, PageRenderer.class.getClassLoader(), "socle.templates");
    private final FrameFactory frames;

    PageRenderer(FrameFactory frames) {
        this.frames = frames;
        engine.setBinaryStaticContent(true);
    }

    /**
     * Renders in memory first, so that a fault in a template becomes an error page and not half a
     * page.
     */
    public void write(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = render(page, parameters(page, request));
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Vary", "Cookie");
        response.setContentLength(body.getContentLength());
        body.writeTo(response.getOutputStream());
    }

    /** The page as text, for a document that is made of it. */
    public String text(Page page, HttpServletRequest request) {
        var output = new StringOutput();
        engine.render(TEMPLATE.get(page.getClass()), parameters(page, request), output);
        return output.toString();
    }

    private Map<String, Object> parameters(Page page, HttpServletRequest request) {
        return Map.of("page", page, "frame", frames.of(request));
    }

    private Utf8ByteOutput render(Page page, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(TEMPLATE.get(page.getClass()), parameters, output);
        return output;
    }
}
