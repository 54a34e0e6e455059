package fr.socle.ui;

import java.util.List;

/** What a block has to say above some pages, whoever's they are. A bean of the block. */
public interface Announcements {

    /** What stands above the page of this address now. Asked for every page: from memory. */
    List<Announcement> at(String path, String language);
}
