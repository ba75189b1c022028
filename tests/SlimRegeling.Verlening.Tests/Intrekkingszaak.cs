using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A case that was awarded 11,040.00 on 22 June 2026, of which 5,520.00 in advance, and the small language of these tests.</summary>
internal sealed class Intrekkingszaak(Verlening verlening)
{
    public const string Bo = "bo-2";
    public const string Mo = "mo-2";
    public const string Nummer = Zaak + "-I1";

    public static readonly IntrekkingVoorstellen.Verzoek Alles = new(
        0.00m,
        "activiteiten-niet-verricht",
        "Er is niets gedaan.",
        "Dit is niet te hard."
    );

    public static readonly IntrekkingVoorstellen.Verzoek Deels = Alles with { Bedrag = 4_000.00m };

    public Verlening Verlening { get; private set; } = verlening;

    public IReadOnlyList<Bezwaar> Bezwaren { get; set; } = [];

    /// <summary>All that happened since it was awarded, in order.</summary>
    public List<Gebeurtenis> Gebeurd { get; } = [];

    public IEnumerable<object> Gezegd => Gebeurd.SelectMany(e => Uitgaand.Berichten(Zaak, e));

    public IntrekkingVoorgelegd? Ligt => Verlening.Intrekking?.Voorgelegd;

    public static Intrekkingszaak Verleend(AanvraagBeoordeeldBericht? voorstel = null) =>
        new(Volg(Ondertekend(voorstel: voorstel), Voorbeelden.Hoor(Ondertekend(voorstel: voorstel), Brief("2026-06-23")))!);

    /// <summary>Settled, with the letter of that sent on 3 August 2027.</summary>
    public static Intrekkingszaak NaVaststelling(decimal bedrag)
    {
        var zaak = Verleend();
        zaak.Hoor(Voorbeelden.Vastgesteld(bedrag));
        zaak.Hoor(Brief("2027-08-03", "vaststelling", Zaak + "-S1"));
        return zaak;
    }

    /// <summary>All that can happen to what is meant to be withdrawn: sent back, and decided after the recipient gave what they think of it.</summary>
    public static IEnumerable<Gebeurtenis> AllesWatKan()
    {
        var teruggezonden = Verleend().Voorgesteld();
        var getekend = Verleend().Betaald(Zaak + "-B1", 5_520.00m).Voorgesteld(Deels).BriefVerzonden();
        getekend.Met(ZienswijzeHerinneren.Beslis(getekend.Verlening, Op("2026-09-14T06:25:00")));
        getekend.Met(getekend.Zeg("Wij begonnen later."));
        return
        [
            .. teruggezonden.Met(teruggezonden.ZendTerug()).Gebeurd,
            .. getekend.Met(getekend.LegVoor("Dat kan niet meer.")).Getekend().Gebeurd,
        ];
    }

    public Beslissing StelVoor(IntrekkingVoorstellen.Verzoek? verzoek = null, string op = "2026-09-01T10:00:00") =>
        IntrekkingVoorstellen.Beslis(
            Zaak,
            Verlening,
            Bezwaren,
            verzoek ?? Alles,
            tekst => new Verwijzing(Guid.Empty, tekst.Argument),
            Bo,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    public Intrekkingszaak Voorgesteld(IntrekkingVoorstellen.Verzoek? verzoek = null, string op = "2026-09-01T10:00:00") =>
        Met(StelVoor(verzoek, op));

    public Intrekkingszaak BriefVerzonden(string dag = "2026-09-02") =>
        Hoor(Brief(dag, "intrekking-voornemen", null) with { Brief = $"{Verlening.Intrekkingsvoorstel}-intrekking-voornemen" });

    public Beslissing Zeg(string? tekst, string op = "2026-09-10T10:00:00", string? invoerder = null, string? ontvangen = null) =>
        ZienswijzeGeven.Beslis(
            Verlening,
            new(tekst, ontvangen is null ? null : Dag(ontvangen)),
            zienswijze => new Verwijzing(Guid.Empty, zienswijze.Tekst),
            invoerder,
            Op(op)
        );

    public Beslissing LegVoor(string? reactie = null, string op = "2026-09-21T10:00:00", string wie = Bo) =>
        IntrekkingVoorleggen.Beslis(
            Zaak,
            Verlening,
            new(reactie),
            new Intrekkingstekst("Er is niets gedaan.", "Dit is niet te hard."),
            tekst => new Verwijzing(Guid.Empty, tekst.Reactie ?? "geen reactie"),
            wie,
            Op(op)
        );

    /// <summary>Proposed, told, nothing was given, and laid before another after the term.</summary>
    public Intrekkingszaak Gereed(IntrekkingVoorstellen.Verzoek? verzoek = null) => Voorgesteld(verzoek).BriefVerzonden().Met(LegVoor());

    public Beslissing Teken(
        string wie = Mo,
        string? hash = null,
        IReadOnlyCollection<string>? metBelang = null,
        string op = "2026-09-22T10:00:00"
    ) =>
        IntrekkingOndertekenen.Beslis(
            Zaak,
            Verlening,
            Bezwaren,
            hash ?? Ligt?.Voorstelhash ?? "geen",
            wie,
            Regelstanden.Ongewijzigd,
            Op(op),
            metBelang
        );

    public Intrekkingszaak Getekend(string op = "2026-09-22T10:00:00") => Met(Teken(op: op));

    public Beslissing ZendTerug(string reden = "Te hard.") =>
        IntrekkingTerugzenden.Beslis(Verlening, new(reden), () => new Verwijzing(Guid.Empty, reden), Mo, Op("2026-09-22T09:00:00"));

    /// <param name="versie">Of the order when that was said.</param>
    public Intrekkingszaak Betaald(string opdracht, decimal bedrag, long versie = 5) =>
        Met(
            BijBetalingUitgevoerd.Beslis(
                Verlening,
                new BetalingUitgevoerdBericht(Zaak, opdracht, "voorschot", bedrag, Dag("2026-07-10"), Op("2026-07-10T10:00:00"), versie)
            )
        );

    public Intrekkingszaak Teruggekomen(string opdracht, decimal bedrag, long versie = 6) =>
        Met(
            BijBetalingTeruggekomen.Beslis(
                Verlening,
                new BetalingTeruggekomenBericht(Zaak, opdracht, "voorschot", bedrag, Dag("2026-07-14"), Op("2026-07-14T10:00:00"), versie)
            )
        );

    public Intrekkingszaak Hoor(object bericht) => Met(Voorbeelden.Hoor(Verlening, bericht));

    public Intrekkingszaak Met(Beslissing beslissing)
    {
        Gebeurd.AddRange(beslissing.Gebeurtenissen);
        Verlening = Volg(Verlening, beslissing)!;
        return this;
    }
}
