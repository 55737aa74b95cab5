using Search.Testing;

[assembly: AssemblyTrait(Programs.Trait, Programs.TraitValue)] // Chromium
