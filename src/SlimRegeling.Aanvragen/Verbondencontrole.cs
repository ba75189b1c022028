using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>Linked enterprises apply once in a window: of whoever is linked it must be told which enterprise it is.</summary>
internal static class Verbondencontrole
{
    /// <param name="onderneming">Null in a partnership, where the parties name those numbers.</param>
    public static IEnumerable<Fout> Ontbrekend(string veld, Regelversie versie, Ondernemingsgegevens? onderneming) =>
        Veldcontrole.Fouten(
            Ondernemingsvelden.Banden(new Formuliersoort(versie, Aanvragertype.MkbOnderneming)),
            onderneming?.VerbondenOndernemingen,
            $"{veld}.verbondenOndernemingen",
            Let.Tijdvak
        );
}
