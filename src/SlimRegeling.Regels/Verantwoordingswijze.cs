using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>How a recipient accounts for an award: what the award must state (article 4.2, first paragraph, Kaderregeling).</summary>
public static class Verantwoordingswijze
{
    /// <summary>No request is needed; the minister settles, after a sample (1.5, under a, 2°, and 7.4 Kaderregeling).</summary>
    public const string Ambtshalve = "ambtshalve";

    /// <summary>The recipient asks for the settlement.</summary>
    public const string Aanvraag = "aanvraag";

    /// <summary>A partnership always asks (2.24, second paragraph); another where its version settles nothing of itself, or from the
    /// amount on that the version names.</summary>
    /// <param name="subsidie">As granted, in euro.</param>
    public static string Van(Regelversie versie, string aanvragertype, decimal subsidie) =>
        aanvragertype != Aanvragertype.Samenwerkingsverband && subsidie < versie.Zoek(Parameters.AmbtshalveOnder) ? Ambtshalve : Aanvraag;

    /// <summary>The code of the term that ends the accounting, counted from the last day of the period: the minister's to settle, or the
    /// recipient's to ask for it.</summary>
    public static string Termijn(Regelversie versie, string wijze) =>
        wijze == Ambtshalve ? Termijncode.AmbtshalveVaststelling
        : versie.Termijnen.ContainsKey(Termijncode.VerzoekOmVaststelling) ? Termijncode.VerzoekOmVaststelling
        : Termijncode.Einddeclaratie;

    /// <summary>The last day to settle an award, when the recipient asks for it on the last day on which that can be done.</summary>
    /// <param name="periodeTot">The last day of the period of the project.</param>
    public static LocalDate VaststellenUiterlijk(Regelversie versie, string wijze, LocalDate periodeTot)
    {
        var einde = Termijnen.Einde(versie, Termijn(versie, wijze), periodeTot);
        return wijze == Aanvraag ? Termijnen.Einde(versie, Termijncode.VaststellingOpVerzoek, einde) : einde;
    }

    /// <summary>The article by which the minister settles: without being asked, or on the request.</summary>
    public static string Vaststellingsartikel(Regelversie versie, string wijze) =>
        wijze == Aanvraag ? versie.Termijn(Termijncode.VaststellingOpVerzoek).Artikel : versie.Stap(Stapcode.SubsidieVastgesteld).Artikel;

    /// <summary>What shows that the activities were done, in the order of the file.</summary>
    /// <param name="activiteiten">The letters of the activities that are granted.</param>
    public static IReadOnlyList<Bewijs> Bewijs(
        Regelversie versie,
        string aanvragertype,
        decimal subsidie,
        IReadOnlyList<string> activiteiten
    ) =>
        [
            .. versie
                .Verantwoording.Values.Where(b => b.Aanvragertypen.Contains(aanvragertype))
                .Where(b => b.Activiteit is null || activiteiten.Contains(b.Activiteit))
                .Where(b => b.SubsidieVanaf is null || subsidie >= b.SubsidieVanaf),
        ];
}
