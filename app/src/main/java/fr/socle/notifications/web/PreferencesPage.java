package fr.socle.notifications.web;

import fr.socle.notifications.Category;
import fr.socle.notifications.preferences.Choice;
import fr.socle.ui.Page;
import fr.socle.ui.Words;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/**
 * What a person receives, and when.
 *
 * @param form the choices that hold, or those that were sent with an error, on a version
 * @param saved whether a choice was just noted
 * @param stale whether nothing was noted, because something was chosen meanwhile
 */
public record PreferencesPage(
        String token, List<Category> categories, Form form, boolean saved, boolean stale)
        implements Page {

    public PreferencesPage {
        categories = List.copyOf(categories);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }

    public List<Category> optional() {
        return categories.stream().filter(it -> !it.mandatory()).toList();
    }

    public List<Category> mandatory() {
        return categories.stream().filter(Category::mandatory).toList();
    }

    public List<Option> choices(Words words) {
        return Arrays.stream(Choice.values())
                .map(it -> Option.of(it.word(), words.of("notifications.choice." + it.word())))
                .toList();
    }
}
