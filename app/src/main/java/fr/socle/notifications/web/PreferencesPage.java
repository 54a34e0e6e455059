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
 * @param saved whether a choice was just noted
 */
public record PreferencesPage(String token, List<Category> categories, Form form, boolean saved)
        implements Page {

    public PreferencesPage {
        categories = List.copyOf(categories);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
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
