using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What was accepted of one activity, of one party of a partnership. Amounts in euro.</summary>
/// <param name="Activiteit">A, B, C or D.</param>
/// <param name="Partij">KVK number; null when the recipient is alone.</param>
/// <param name="Kosten">Hours and invoices, after caps, before the surcharge.</param>
/// <param name="Trajecten">Careers advice that was completed (B).</param>
/// <param name="Weken">Weeks in which work placements (D) were used, of each place no more than count.</param>
public sealed record Aanvaard(string Activiteit, string? Partij, decimal Kosten, int Trajecten = 0, decimal Weken = 0m);

/// <summary>What a settlement on request is computed from.</summary>
/// <param name="Percentage">As awarded; 60 means 60%.</param>
/// <param name="VerleendeKosten">The eligible costs of the award, with the surcharge.</param>
/// <param name="Verleend">The award.</param>
/// <param name="MetControleverklaring">Whether the award requires an auditor's report.</param>
/// <param name="VastgesteldOp">The day of the settlement.</param>
/// <param name="Nihil">What the minister chose where the version has it examined; elsewhere it is not looked at.</param>
public sealed record Vaststellingsgrondslag(
    string Aanvragertype,
    decimal Percentage,
    decimal VerleendeKosten,
    decimal Verleend,
    IReadOnlyList<Aanvaard> Aanvaard,
    bool MetControleverklaring,
    LocalDate VastgesteldOp,
    bool Nihil = false
)
{
    /// <summary>KVK number to the sector of a party that may have less than another (2.22, second paragraph), one of
    /// <see cref="Sectornaam"/>.</summary>
    public IReadOnlyDictionary<string, string> Sectoren { get; init; } = new Dictionary<string, string>();

    /// <summary>What others contributed to the costs, in euro; whether it is deducted the version says.</summary>
    public decimal Bijdragen { get; init; }

    /// <summary>Of a partnership: KVK number to what others contributed to the costs of that party, in euro. Null when that is not told: then
    /// <see cref="Bijdragen"/> is of all costs together, and is not looked at otherwise.</summary>
    public IReadOnlyDictionary<string, decimal>? BijdragenPerPartij { get; init; }

    /// <summary>What goes off last, on a ground that an assessor names; null when nothing does.</summary>
    public Verlaging? Verlaging { get; init; }
}

/// <summary>A settlement computed line by line. Amounts in euro with two decimals.</summary>
/// <param name="ZonderVerlaging">What it would be if nothing was taken off on a ground that an assessor names.</param>
/// <param name="Bijdragen">What was deducted of what others contributed: no more than the costs that they contributed to.</param>
public sealed record Vaststellingsuitkomst(
    IReadOnlyList<Rekenregel> Regels,
    decimal ExternEnLoon,
    decimal Toeslag,
    decimal SubsidiabeleKosten,
    decimal Controleverklaring,
    decimal Bedrag,
    Realisatieoordeel Realisatie,
    decimal ZonderVerlaging,
    decimal Bijdragen
);

/// <summary>
/// The settlement on what was really made (4:46 Awb; 2.24): the percentage of the accepted costs, the fixed amounts, never above the award. Rounding to
/// cents, half up: the surcharge, the subsidy. More accepted never gives less.
/// </summary>
public static partial class Vaststellingsberekening
{
    /// <summary>The lines that stand in no section posten: their article is that of another law, or of the parameter that decided.</summary>
    public const string TotVerlening = "verlaagd-tot-verlening";
    public const string OpNihil = "op-nihil";
    public const string NaBijdragen = "na-bijdragen-van-derden";
    public const string OpGrond = "verlaagd-op-grond";

    /// <summary>The weeks of one work placement that count (activity D, until 2024).</summary>
    public const decimal WekenPerPlaats = 40m;

    private const string NietMeerDanVerleend = "4:46, eerste lid, Awb";
    private const decimal Cent = 0.01m;

    public static Vaststellingsuitkomst Bereken(Regelversie versie, Vaststellingsgrondslag grondslag)
    {
        var staat = new Rekenstaat(versie, 10 + grondslag.Aanvaard.Count);
        var externEnLoon = grondslag.Aanvaard.Sum(a => Kosten(versie, a));
        var kosten = MetToeslag(versie, externEnLoon);
        var toeslag = kosten - externEnLoon;
        var eigen = NaBijdrage(versie, grondslag, kosten);
        var aftrek = kosten - eigen;
        var overKosten = Getal.Centen(eigen * grondslag.Percentage / 100m);
        if (externEnLoon > 0m || grondslag.VerleendeKosten > 0m)
        {
            staat.Voeg(Postcode.ExternEnLoon, externEnLoon);
            staat.VoegDeel(Postcode.Toeslag, Parameters.ToeslagOverig, toeslag);
            staat.Voeg(Postcode.SubsidiabeleKosten, kosten);
            if (aftrek > 0m)
            {
                staat.Voeg(NaBijdragen, Parameters.BijdragenDerden, eigen, Waarde.Van("bijdragen", aftrek));
            }
            staat.Voeg(Postcode.SubsidieOverKosten, overKosten, Waarde.Van("percentage", grondslag.Percentage));
        }
        var bedrag = overKosten + Loopbaantrajecten(staat, grondslag) + Praktijkleerplaatsen(staat, grondslag);
        if (grondslag.Aanvragertype == Aanvragertype.Samenwerkingsverband)
            bedrag = Math.Min(bedrag, Partijen(staat, grondslag));
        var controle = bedrag > 0m && grondslag.MetControleverklaring ? Controleverklaring(staat) : 0m;
        bedrag += controle;

        if (bedrag > grondslag.Verleend)
        {
            staat.VoegOnder(TotVerlening, NietMeerDanVerleend, grondslag.Verleend, Waarde.Van("voor-verlening", bedrag));
            bedrag = grondslag.Verleend;
        }
        var realisatie = Realisatie.Gevolg(versie, grondslag.Aanvragertype, grondslag.VerleendeKosten, kosten, grondslag.VastgesteldOp);
        if (OpNul(realisatie.Gevolg, grondslag.Nihil))
        {
            staat.VoegOnder(
                OpNihil,
                realisatie.Artikel,
                0.00m,
                Waarde.Van("gerealiseerd", kosten),
                Waarde.Van("verleend", grondslag.VerleendeKosten),
                Waarde.Van("grens", realisatie.Grens ?? 0m)
            );
            bedrag = 0.00m;
        }
        bedrag = Getal.Centen(bedrag);
        var zonderVerlaging = bedrag;
        if (grondslag.Verlaging is { } verlaging)
        {
            bedrag = verlaging.Na(bedrag);
            staat.VoegOnder(
                OpGrond,
                Verlagingsgrond.Artikel(verlaging.Grond),
                bedrag,
                new Waarde("grond", verlaging.Grond),
                Waarde.Van("verlaging", verlaging.Bedrag)
            );
        }
        staat.Voeg(Postcode.Subsidie, bedrag);
        return new(staat.Regels, externEnLoon, toeslag, kosten, controle, bedrag, realisatie, zonderVerlaging, aftrek);
    }

    /// <summary>The percentage of an award, which the award itself does not name; null when it cannot be told.</summary>
    /// <param name="kosten">The eligible costs of the award.</param>
    /// <param name="aandelen">What each activity weighs in the subsidy, before any maximum; null when the award did not say.</param>
    public static decimal? Percentage(
        Regelversie versie,
        string aanvragertype,
        decimal kosten,
        IReadOnlyDictionary<string, decimal>? aandelen
    )
    {
        if (aanvragertype == Aanvragertype.Samenwerkingsverband)
            return versie.Zoek(Parameters.PercentageSamenwerkingsverband);
        if (aanvragertype == Aanvragertype.Grootbedrijf)
            return versie.Zoek(Parameters.PercentageGrootbedrijf);
        var (klein, middelgroot) = (versie[Parameters.PercentageKlein], versie[Parameters.PercentageMiddelgroot]);
        if (klein == middelgroot || kosten == 0m)
            return middelgroot;
        if (aandelen is null)
            return null;
        var over = aandelen.Where(a => Soort(a.Key) is { } soort && Regels.Kosten.Telt(versie, soort)).Sum(a => a.Value) * 100m / kosten;
        return new[] { klein, middelgroot }.Where(p => Math.Abs(p - over) < 1m).Select(p => (decimal?)p).FirstOrDefault();
    }

    /// <summary>Whether an award of this amount requires an auditor's report (7.8 Kaderregeling).</summary>
    public static bool VereistControleverklaring(Regelversie versie, string aanvragertype, decimal verleend) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband
        && versie.Zoek(Parameters.BedragControleverklaring) is not null
        && verleend >= versie.Zoek(Parameters.ControleverklaringVanaf);

    /// <summary>Whether costs of this activity can be accepted: of A and C, and of B as long as its amount is not fixed.</summary>
    public static bool HeeftKosten(Regelversie versie, string activiteit) =>
        Soort(activiteit) is { } soort && Regels.Kosten.Telt(versie, soort);

    /// <summary>Costs with the surcharge for what is not counted apart, in euro.</summary>
    public static decimal MetToeslag(Regelversie versie, decimal externEnLoon) =>
        externEnLoon + Getal.Centen(externEnLoon * versie[Parameters.ToeslagOverig] / 100m);

    /// <summary>What one completed trajectory counts for; null where the version has no fixed amount.</summary>
    public static decimal? BedragPerTraject(Regelversie versie) => versie.Zoek(Parameters.BedragLoopbaantraject);

    /// <summary>What one piece counts for of an activity that is paid by the piece and can be settled without a request (2.16); null of any other.</summary>
    public static decimal? BedragPerStuk(Regelversie versie, string activiteit) =>
        Soort(activiteit) == Activiteitsoort.B ? BedragPerTraject(versie) : null;

    /// <summary>The article of that amount.</summary>
    public static string ArtikelPerStuk(Regelversie versie) => versie.Post(Postcode.Loopbaantrajecten).Artikel;

    /// <summary>What one work placement counts for by its weeks; null where the version has none.</summary>
    public static decimal? BedragVoorWeken(Regelversie versie, decimal weken) =>
        versie.Zoek(Parameters.BedragPraktijkleerplaats) is { } perJaar
            ? Getal.Centen(perJaar * Math.Min(weken, WekenPerPlaats) / WekenPerPlaats)
            : null;

    /// <summary>The highest rate of an adviser that counts; null where a higher one counts when it is shown to be that of the market.</summary>
    public static decimal? HoogsteUurtarief(Regelversie versie) =>
        versie[Parameters.UurtariefBovenMaximum] == Uurtariefkeuze.Nooit ? versie[Parameters.UurtariefAdviseur] : null;

    private static bool OpNul(Realisatiegevolg gevolg, bool nihil) =>
        gevolg == Realisatiegevolg.Nihil || (gevolg == Realisatiegevolg.Onderzoek && nihil);

    private static decimal Kosten(Regelversie versie, Aanvaard aanvaard) => HeeftKosten(versie, aanvaard.Activiteit) ? aanvaard.Kosten : 0m;

    private static decimal Loopbaantrajecten(Rekenstaat staat, Vaststellingsgrondslag grondslag)
    {
        var aantal = grondslag.Aanvaard.Sum(a => a.Trajecten);
        if (aantal == 0 || BedragPerTraject(staat.Versie) is not { } per)
            return 0m;
        staat.Voeg(Postcode.Loopbaantrajecten, aantal * per, Waarde.Van("trajecten", aantal), Waarde.Van("bedrag-per-traject", per));
        return aantal * per;
    }

    private static decimal Praktijkleerplaatsen(Rekenstaat staat, Vaststellingsgrondslag grondslag)
    {
        var weken = grondslag.Aanvaard.Sum(a => a.Weken);
        if (weken == 0m || staat.Versie.Zoek(Parameters.BedragPraktijkleerplaats) is not { } per)
            return 0m;
        var bedrag = Leerplaatsen(per, weken);
        staat.Voeg(
            Postcode.Praktijkleerplaatsen,
            bedrag,
            Waarde.Van("plaatsen", weken / WekenPerPlaats),
            Waarde.Van("bedrag-per-plaats", per)
        );
        return bedrag;
    }

    private static decimal Leerplaatsen(decimal perJaar, decimal weken) => Getal.Centen(perJaar * weken / WekenPerPlaats);

    private static decimal Controleverklaring(Rekenstaat staat)
    {
        if (staat.Versie.Zoek(Parameters.BedragControleverklaring) is not { } bedrag)
            return 0m;
        staat.Voeg(Postcode.Controleverklaring, bedrag, Waarde.Van("vanaf", staat.Versie.Zoek(Parameters.ControleverklaringVanaf) ?? 0m));
        return bedrag;
    }

    private static Activiteitsoort? Soort(string activiteit) =>
        Enum.TryParse<Activiteitsoort>(activiteit, out var soort) && Enum.IsDefined(soort) ? soort : null;
}
