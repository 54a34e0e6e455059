package fr.socle.ui.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Recognises who asks. The blocks that open sessions or hand out tokens provide one; the first that
 * knows wins.
 */
public interface Visitors {

    /** The visitor, or {@link Visitor#ANONYMOUS} when this one does not recognise the request. */
    Visitor recognise(HttpServletRequest request);

    /** The attribute of a request under which the recognised {@link Visitor} lies. */
    String ATTRIBUTE = Visitor.class.getName();

    static Visitor of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visitor visitor
                ? visitor
                : Visitor.ANONYMOUS;
    }
}
