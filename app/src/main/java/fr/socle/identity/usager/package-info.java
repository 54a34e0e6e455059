/** What a person sees and decides of their own identity: sign-ins, devices, preferences, frauds. */
@NullMarked
package fr.socle.identity.usager;

import org.jspecify.annotations.NullMarked;
