package fr.socle.e2e;

/** A screen, and whether scripts run on it. */
enum Look {
    DESKTOP(1280, 800, true),
    PHONE(375, 740, true),
    DESKTOP_WITHOUT_SCRIPT(1280, 800, false),
    PHONE_WITHOUT_SCRIPT(375, 740, false);

    private final int width;
    private final int height;
    private final boolean scripts;

    Look(int width, int height, boolean scripts) {
        this.width = width;
        this.height = height;
        this.scripts = scripts;
    }

    /** In CSS pixels. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean scripts() {
        return scripts;
    }
}
