using Search.Testing;

[assembly: Trait(Programs.Trait, Programs.TraitValue)] // Chromium
