package fr.socle.directory;

import fr.socle.ui.access.Right;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Stands before a right that a session alone does not open: whoever would give it to a program
 * proves himself first, or the program would be a way around the proof. The block that guards a
 * right declares one as a bean.
 */
public interface RightGuard {

    Right right();

    /** Whether whoever sends this request has proved himself. */
    boolean isProved(HttpServletRequest request);

    /**
     * Path of the page where he can.
     *
     * @param back path to which it leads afterwards
     */
    String proof(String back);
}
