using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What must be right in the judgment of the auditor's report: it is there where the award asks the report, and says why when it is no.</summary>
internal static class Controleoordelen
{
    private const string Motivering = "3:46 Awb";
    private const int LangsteReden = 2_000;

    /// <summary>Null when nobody judged it.</summary>
    public static bool? IsAanvaard(Controleoordeel? oordeel) => oordeel is null ? null : oordeel.Uitkomst == Regeluitkomst.Aanvaard;

    /// <summary>With the code and, where it names none, the article of a report that is not accepted.</summary>
    public static Controleoordeel? MetArtikel(Controleoordeel? oordeel, Regelversie versie) =>
        oordeel is { Uitkomst: Regeluitkomst.Afgewezen }
            ? oordeel with
            {
                Code = string.IsNullOrWhiteSpace(oordeel.Code) ? Kostenreden.Controleverklaring : oordeel.Code,
                Artikel = string.IsNullOrWhiteSpace(oordeel.Artikel) ? Artikel(versie) : oordeel.Artikel,
            }
            : oordeel;

    /// <param name="compleet">Whether it must be judged.</param>
    public static IEnumerable<Fout> Fouten(
        Verantwoording verantwoording,
        Controleoordeel? oordeel,
        Regelversie versie,
        bool compleet = true
    )
    {
        var gevraagd = Grondslag.VraagtControle(verantwoording, versie);
        if (oordeel is null)
        {
            return gevraagd && compleet
                ?
                [
                    new(
                        Controleoordeel.Veld,
                        "Kies of u de controleverklaring aanvaardt. Alleen dan telt het vaste bedrag mee.",
                        Artikel(versie)
                    ),
                ]
                : [];
        }
        return gevraagd ? Inhoud(oordeel) : [new(Controleoordeel.Veld, "Bij deze subsidie hoort geen controleverklaring. Laat dit weg.")];
    }

    private static IEnumerable<Fout> Inhoud(Controleoordeel oordeel)
    {
        if (oordeel.Uitkomst is not (Regeluitkomst.Aanvaard or Regeluitkomst.Afgewezen))
        {
            yield return new(
                $"{Controleoordeel.Veld}.uitkomst",
                $"Kies uit {Regeluitkomst.Aanvaard}, {Regeluitkomst.Afgewezen}.",
                Motivering
            );
        }
        if (oordeel.Uitkomst != Regeluitkomst.Afgewezen)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(oordeel.Reden) || oordeel.Reden.Length > LangsteReden)
        {
            yield return new(
                $"{Controleoordeel.Veld}.reden",
                $"Schrijf op waarom u de controleverklaring niet aanvaardt, in ten hoogste {LangsteReden} tekens.",
                Motivering
            );
        }
        if (oordeel.Code != Kostenreden.Controleverklaring)
        {
            yield return new($"{Controleoordeel.Veld}.code", $"Kies {Kostenreden.Controleverklaring}, of laat dit weg.", Motivering);
        }
        if (oordeel.Artikel is null || !Artikelvorm.Is(oordeel.Artikel))
        {
            yield return new($"{Controleoordeel.Veld}.artikel", Artikelvorm.Uitleg, Motivering);
        }
    }

    private static string? Artikel(Regelversie versie) =>
        Kostenreden.Artikel(versie, Kostenreden.Controleverklaring, nameof(Activiteitsoort.C));
}
