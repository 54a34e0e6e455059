package fr.socle.house;

/** A setting that exists and has a value that it cannot have. The message names both. */
public final class WrongSetting extends RuntimeException {

    private static final String PREFIX = "socle.";

    /**
     * @param key with or without {@code socle.}
     * @param rule goes on after the key, in French: « manque », « vaut … »
     */
    public WrongSetting(String key, String rule) {
        super("le réglage « " + bare(key) + " » " + rule);
    }

    private static String bare(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
