package fr.socle.directory.web;

import fr.socle.directory.DemonstrationAccounts;
import fr.socle.ui.Page;
import java.util.List;

/**
 * How an agent signs in.
 *
 * @param accounts the made-up agents; none outside demonstration
 * @param back where to go afterwards
 */
public record SignInPage(List<DemonstrationAccounts.Account> accounts, String back)
        implements Page {}
