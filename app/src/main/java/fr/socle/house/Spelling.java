package fr.socle.house;

/** How many letters one must add, drop or change to turn one word into another (Levenshtein). */
final class Spelling {

    private Spelling() {}

    static int distance(String one, String two) {
        var row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                var change = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}
