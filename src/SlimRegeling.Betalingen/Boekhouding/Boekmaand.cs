using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// Someone closed the books up to and including the month that begins on <c>Maand</c>: then they held <c>Regels</c> lines, with <c>Debet</c> euro in
/// debit. Before so many statements as <c>Gaten</c> one was missing; <c>Toelichting</c> points to why it can be closed all the same. It waits for who confirms it.
/// </summary>
[Naam("boekmaand-afgesloten")]
public sealed record BoekmaandAfgesloten(
    LocalDate Maand,
    long Regels,
    decimal Debet,
    string Door,
    Instant Op,
    int? Gaten = null,
    Verwijzing? Toelichting = null
) : Gebeurtenis;

/// <summary>Another confirmed it: nothing that becomes known from <c>Op</c> on is booked in the month or before it.</summary>
[Naam("boekmaand-bevestigd")]
public sealed record BoekmaandBevestigd(LocalDate Maand, long Regels, decimal Debet, string Door, Instant Op) : Gebeurtenis;

/// <summary>What the books hold up to and including a month.</summary>
/// <param name="Debet">Euro; in credit it is as much.</param>
/// <param name="Laatste">When the last of it became known; null when there is nothing.</param>
/// <param name="OpenBankregels">Movements on the bank account up to and including it that are booked nowhere.</param>
/// <param name="Gaten">Statements up to and including it before which one is missing.</param>
public sealed record Maandstand(long Regels, decimal Debet, Instant? Laatste, int OpenBankregels = 0, int Gaten = 0);

/// <summary>One month of the books; its id is <c>boekmaand-2026-10</c>. Once confirmed it stays closed.</summary>
public sealed record Boekmaand
{
    // What the database keeps apart.
    private static readonly Duration Tik = Duration.FromTicks(10);

    public string Id { get; init; } = "";

    public BoekmaandAfgesloten? Afgesloten { get; init; }

    public BoekmaandBevestigd? Bevestigd { get; init; }

    public Boekmaand Apply(BoekmaandAfgesloten e) => this with { Afgesloten = e };

    public Boekmaand Apply(BoekmaandBevestigd e) => this with { Bevestigd = e };

    /// <param name="geslotenTot">The first day that is open now; null when no month was closed yet.</param>
    /// <param name="bewaar">Keeps why it can be closed while a statement is missing; null when nothing was written.</param>
    public static Beslissing Sluit(
        Boekmaand? boekmaand,
        LocalDate maand,
        Maandstand stand,
        LocalDate? geslotenTot,
        string wie,
        LocalDate vandaag,
        Instant nu,
        Func<Verwijzing>? bewaar = null
    )
    {
        if (Weiger(boekmaand, maand, stand, geslotenTot, vandaag) is { } weigering)
        {
            return weigering;
        }
        if (stand.Gaten > 0 && bewaar is null)
        {
            return Weigering.Invoer(
                new Fout(
                    "toelichting",
                    $"Tot en met boekmaand {Naam(maand)} ontbreekt {stand.Gaten} keer een afschrift. Lees het in, of schrijf op waarom de maand zonder kan sluiten.",
                    Artikel
                )
            );
        }
        return new BoekmaandAfgesloten(
            maand,
            stand.Regels,
            stand.Debet,
            wie,
            nu,
            stand.Gaten > 0 ? stand.Gaten : null,
            stand.Gaten > 0 ? bewaar!() : null
        );
    }

    /// <summary>Why who confirms did not look at what was closed last; null when they did, and when nothing waits for them.</summary>
    public static Weigering? Gezien(Boekmaand? boekmaand, string hash) =>
        boekmaand is { Afgesloten: { } afgesloten, Bevestigd: null } && hash != Boekhash.Van(afgesloten)
            ? Weigering.Van(
                "andere-afsluiting",
                $"Boekmaand {Naam(afgesloten.Maand)} is opnieuw afgesloten sinds u haar bekeek. Bekijk haar opnieuw en bevestig wat er nu staat.",
                Artikel
            )
            : null;

    /// <param name="geslotenTot">The first day that is open now; null when no month was closed yet.</param>
    public static Beslissing Bevestig(
        Boekmaand? boekmaand,
        LocalDate maand,
        Maandstand stand,
        LocalDate? geslotenTot,
        string wie,
        LocalDate vandaag,
        Instant nu
    )
    {
        if (Weiger(boekmaand, maand, stand, geslotenTot, vandaag) is { } weigering)
        {
            return weigering;
        }
        if (boekmaand?.Afgesloten is not { } afgesloten)
        {
            return Weigering.Van(
                "niet-afgesloten",
                $"Boekmaand {Naam(maand)} is nog niet afgesloten. Sluit haar eerst af, en laat een collega dat bevestigen.",
                Artikel
            );
        }
        if (afgesloten.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelfde-persoon",
                $"U hebt boekmaand {Naam(maand)} zelf afgesloten. Laat een collega dat bevestigen.",
                Artikel
            );
        }
        if (afgesloten.Regels != stand.Regels || afgesloten.Debet != stand.Debet)
        {
            return Weigering.Van(
                "intussen-geboekt",
                $"Sinds boekmaand {Naam(maand)} werd afgesloten is er nog in geboekt: {stand.Regels} regels, toen {afgesloten.Regels}. Bekijk wat erbij kwam en sluit de maand opnieuw af.",
                Artikel
            );
        }
        if (stand.Gaten > (afgesloten.Gaten ?? 0))
        {
            return Weigering.Van(
                "intussen-een-gat",
                $"Sinds boekmaand {Naam(maand)} werd afgesloten ontbreken er meer afschriften: {stand.Gaten}, toen {afgesloten.Gaten ?? 0}. Lees ze in, of sluit de maand opnieuw af met een toelichting.",
                Artikel
            );
        }
        // After all that is in it, whatever the clock says: what becomes known from then on is not.
        return new BoekmaandBevestigd(
            maand,
            stand.Regels,
            stand.Debet,
            wie,
            stand.Laatste is { } laatste && laatste >= nu ? laatste + Tik : nu
        );
    }

    /// <summary>The month as in an address: 2026-10.</summary>
    public static string Naam(LocalDate maand) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{maand.Year:0000}-{maand.Month:00}");

    private const string Artikel = "artikel 3.5, eerste lid, Comptabiliteitswet 2016";

    private static Weigering? Weiger(Boekmaand? boekmaand, LocalDate maand, Maandstand stand, LocalDate? geslotenTot, LocalDate vandaag)
    {
        if (boekmaand?.Bevestigd is not null || maand < geslotenTot)
        {
            return Weigering.Van(
                "al-gesloten",
                $"Boekmaand {Naam(maand)} is al gesloten. Wat daarna bekend wordt staat op de eerste open dag; herstel een fout met een tegenboeking.",
                Artikel
            );
        }
        if (vandaag < maand.PlusMonths(1))
        {
            return Weigering.Van(
                "maand-loopt-nog",
                $"Boekmaand {Naam(maand)} is nog niet voorbij. Sluit haar af vanaf de eerste dag van de volgende maand.",
                Artikel
            );
        }
        if (geslotenTot is { } open && open != maand)
        {
            return Weigering.Van(
                "eerst-eerdere-maand",
                $"Boekmaand {Naam(open)} is nog open. Sluit de maanden op volgorde af: eerst {Naam(open)}.",
                Artikel
            );
        }
        return stand.OpenBankregels > 0
            ? Weigering.Van(
                "bankregels-open",
                $"Tot en met boekmaand {Naam(maand)} zijn {stand.OpenBankregels} boekingen van de bank nergens geboekt. Handel ze af op de werklijst; wat nog niet bekend is kan op de tussenrekening.",
                Artikel
            )
            : null;
    }
}
