package fr.socle.ui;

import org.jspecify.annotations.Nullable;

/** Addresses to come back to, which must lie in this house: an open redirect helps phishing. */
public final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The path with its query as it was given, or {@code /} when it would lead elsewhere. */
    public static String orHome(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }

    /**
     * One slash first and no second, no backslash (browsers read it as a slash) and nothing
     * invisible (browsers drop it, which may join two slashes).
     */
    static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST
                && path.chars().noneMatch(it -> it == '\\' || it <= ' ' || it >= 0x7f);
    }
}
