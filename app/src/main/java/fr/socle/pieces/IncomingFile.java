package fr.socle.pieces;

import java.io.InputStream;
import org.springframework.util.MultiValueMap;

/**
 * A file in a form that is being read. Its bytes come from the connection: read them now or never.
 *
 * @param field the name of the form's field
 * @param name as the browser gave it
 * @param declaredType what the browser claims; empty when it claims nothing
 * @param before the fields of the form that came before it
 */
public record IncomingFile(
        String field,
        String name,
        String declaredType,
        InputStream content,
        MultiValueMap<String, String> before) {}
