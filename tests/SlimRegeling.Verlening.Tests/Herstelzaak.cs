using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Tests.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A case that was decided on 22 June 2026, and the small language of these tests.</summary>
internal sealed class Herstelzaak(Verlening verlening)
{
    public const string Besluit = Zaak + "-V1";
    public const string Bo = "bo-2";
    public const string Mo = "mo-2";

    public Verlening Verlening { get; private set; } = verlening;

    /// <summary>Of the case.</summary>
    public IReadOnlyList<Bezwaar> Bezwaren { get; set; } = [];

    /// <summary>All that happened, in order.</summary>
    public List<Gebeurtenis> Gebeurd { get; } = [];

    public IEnumerable<object> Gezegd =>
        Gebeurd
            .SkipWhile(e => e is not HerstelVoorgesteld)
            .SelectMany(e => Uitgaand.Berichten(Zaak, e))
            .Where(b => b is not BezwaartermijnGestartBericht);

    public HerstelVoorgesteld? Voorstel => Verlening.Herstel?.Voorstel;

    public HerstelVoorgelegd? Ligt => Verlening.Herstel?.Voorgelegd;

    public static Herstelzaak Verleend(AanvraagBeoordeeldBericht? voorstel = null) =>
        Besloten([Reservering, voorstel ?? Verlenen, "teken", Brief("2026-06-23")]);

    public static Herstelzaak Afgewezen() => Besloten([Afwijzen, "teken", Brief("2026-06-23", "afwijzing")]);

    public static Herstelzaak NietBehandeld() => Besloten([BuitenBehandeling, Brief("2026-06-23", "buiten-behandeling", Zaak + "-N1")]);

    /// <summary>All that can happen to a mistake in what was decided: sent back, and mended.</summary>
    public static IEnumerable<Gebeurtenis> Alles()
    {
        var teruggezonden = Verleend().Voorgesteld(Herstelsoort.Inhoud);
        return
        [
            .. teruggezonden.Met(teruggezonden.TerugGezonden()).Gebeurd,
            .. Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000).Budget(960).Getekend().Gebeurd,
        ];
    }

    public Beslissing StelVoor(string soort, string op = "2026-07-01T10:00:00", string? herstelt = null) =>
        HerstelVoorstellen.Beslis(
            Zaak,
            Verlening,
            Bezwaren,
            new(herstelt ?? Herstelpoort.Geldend(Verlening)?.Besluit ?? Besluit, soort, "Het klopt niet.", "Zo klopt het."),
            tekst => new Verwijzing(Guid.Empty, tekst.Fout),
            Bo,
            Op(op)
        );

    public Herstelzaak Voorgesteld(string soort, string op = "2026-07-01T10:00:00", string? herstelt = null) =>
        Met(StelVoor(soort, op, herstelt));

    /// <summary>Assessed again, by who proposed it unless it was someone else.</summary>
    public Herstelzaak Herbeoordeeld(
        decimal subsidie,
        string? grond = null,
        string op = "2026-07-02T10:00:00",
        string beoordelaar = Bo,
        IReadOnlyDictionary<string, decimal>? partijen = null
    ) =>
        Met(
            Voorbeelden.Hoor(
                Verlening,
                Verlenen with
                {
                    Voorstel = grond is null ? "verlenen" : "afwijzen",
                    Gronden = grond is null ? [] : [grond],
                    SubsidiabeleKosten = subsidie,
                    Subsidie = subsidie,
                    Voorschot = decimal.Round(subsidie / 2, 2),
                    Aanvragertype = Verlening.Voorstel?.Aanvragertype ?? "mkb-onderneming",
                    Partijen = partijen,
                    Beoordelaar = beoordelaar,
                    Op = Op(op),
                    Bezwaar = Voorstel!.Herstel,
                    Herstel = true,
                }
            )
        );

    public Beslissing Hoor(decimal bedrag, string herstel, long versie) =>
        HerstelVoorleggen.Hoor(Verlening, new(Zaak, Tijdvak, herstel, bedrag, Op("2026-07-02T11:00:00"), versie));

    public Herstelzaak Budget(decimal bedrag, long versie = 1) => Met(Hoor(bedrag, Voorstel!.Herstel, versie));

    public Beslissing Teken(string wie = Mo, string? hash = null, IReadOnlyCollection<string>? metBelang = null) =>
        HerstelOndertekenen.Beslis(
            Zaak,
            Verlening,
            Bezwaren,
            hash ?? Ligt?.Voorstelhash ?? "geen",
            wie,
            Regelstanden.Ongewijzigd,
            Op("2026-07-03T10:00:00"),
            metBelang
        );

    public Herstelzaak Getekend(string wie = Mo) => Met(Teken(wie));

    public Beslissing TerugGezonden(string reden = "Te kort.") =>
        HerstelTerugzenden.Beslis(Verlening, new(reden), Bezwaarzaak.Verwijs, Mo, Op("2026-07-02T12:00:00"));

    public Herstelzaak Met(Beslissing beslissing)
    {
        Gebeurd.AddRange(beslissing.Gebeurtenissen);
        Verlening = Volg(Verlening, beslissing)!;
        return this;
    }

    private static Herstelzaak Besloten(object[] stappen)
    {
        var zaak = new Herstelzaak(new Verlening { Id = Zaak });
        foreach (var stap in stappen)
        {
            zaak.Met(stap is "teken" ? Onderteken(zaak.Verlening) : Voorbeelden.Hoor(zaak.Verlening, stap));
        }
        return zaak;
    }
}
