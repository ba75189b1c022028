using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>
/// A case with one objection, and the small language of these tests: each step decides, what follows from it is applied to the objection and the case.
/// The decision was sent on Tuesday 23 June 2026, so that objection was open up to and including Tuesday 4 August.
/// </summary>
internal sealed class Bezwaarzaak
{
    public const string Nummer = Zaak + "-BZ1";

    /// <summary>Neither took the decision that the objection is against.</summary>
    public const string Bo = "bo-2";
    public const string Mo = "mo-2";

    private Bezwaarzaak(Verlening verlening) => Verlening = verlening;

    public Verlening Verlening { get; private set; }

    public Bezwaar? Bezwaar { get; private set; }

    /// <summary>Who declared an interest of their own in the case.</summary>
    public HashSet<string> MetBelang { get; } = [];

    /// <summary>All that happened, in order, each with its stream.</summary>
    public List<(string Stroom, Gebeurtenis Gebeurtenis)> Gebeurd { get; } = [];

    public IEnumerable<object> Gezegd => Gebeurd.SelectMany(g => Uitgaand.Berichten(g.Stroom, g.Gebeurtenis));

    public static Persoon Aanvrager(params Machtigingsomvang[] omvang) =>
        new("eva", new HashSet<Rol> { Rol.Aanvrager }, Kvk) { Omvang = omvang.Length == 0 ? null : omvang };

    /// <summary>Refused; its letter was sent on this day, or not yet.</summary>
    public static Bezwaarzaak Afgewezen(string? verzonden = "2026-06-23") =>
        Verzonden(Ondertekend(voorstel: Afwijzen), "afwijzing", verzonden);

    /// <summary>Awarded 11,040.</summary>
    public static Bezwaarzaak Verleend() => Verzonden(Ondertekend(), "verlening", "2026-06-23");

    /// <summary>Not handled.</summary>
    public static Bezwaarzaak NietBehandeld() => new(Na(BuitenBehandeling, Brief("2026-06-23", "buiten-behandeling", Zaak + "-N1"))!);

    public static Bezwaarzaak Van(Verlening verlening) => new(verlening);

    /// <summary>With an objection of 1 July, that can be dealt with, of who does not want to be heard.</summary>
    public static Bezwaarzaak TeBeslissen(Bezwaarzaak? zaak = null)
    {
        var z = (zaak ?? Afgewezen()).Ingediend(wilHoren: false);
        return z.Beoordeeld().Afgezien(Hoorgrond.WilNiet);
    }

    /// <summary>What happens in two cases that between them come to everything that is said of objections.</summary>
    public static IReadOnlyList<(string Stroom, Gebeurtenis Gebeurtenis)> Alles()
    {
        var gewijzigd = Verleend().Ingediend(gronden: null, wilHoren: true);
        gewijzigd.Met(HerstelVragen.Beslis(gewijzigd.Bezwaar!, Bo, Versie, Op("2026-08-05T09:00:00")));
        gewijzigd.Met(
            Bezwaarpost.Herstel(
                gewijzigd.Bezwaar!,
                new(Zaak, Nummer + "-bezwaar-herstel", "bezwaar-herstel", null, Dag("2026-08-05"), Op("2026-08-05T10:00:00")),
                Regelstanden.Ongewijzigd
            )
        );
        gewijzigd.Met(BezwaarAanvullen.Beslis(gewijzigd.Bezwaar!, new("Daarom."), _ => Verwijs(), Versie, Op("2026-08-06T09:00:00")));
        gewijzigd.Met(Verdagen.StelIn(gewijzigd.Bezwaar!, Bo, Versie, Op("2026-08-06T09:10:00")));
        gewijzigd.Met(Verdagen.Verdaag(gewijzigd.Bezwaar!, Bo, Versie, Op("2026-08-06T09:20:00")));
        gewijzigd.Met(Bijhouden.Adviseer(gewijzigd.Bezwaar!, new("gegrond", "Het advies."), Verwijs, Bo, Op("2026-08-06T09:30:00")));
        gewijzigd.Met(
            Horen.Nodig(
                gewijzigd.Bezwaar!,
                new(new(2026, 8, 7, 9, 0), Hoorwijze.Video, Instemming: "Eva, per telefoon."),
                Verwijs,
                Bo,
                Versie,
                Op("2026-08-06T09:40:00")
            )
        );
        gewijzigd.Met(Horen.Gehoord(gewijzigd.Bezwaar!, new(Dag("2026-08-07"), "Gezegd."), Verwijs, Bo, Op("2026-08-07T09:50:00")));
        gewijzigd.Beoordeeld(op: "2026-08-07T09:55:00").Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(960).Getekend();
        gewijzigd.Met(
            Bezwaarpost.Beslist(gewijzigd.Bezwaar!, Brief("2026-08-11", "beslissing-op-bezwaar", Nummer + "-1"), Regelstanden.Ongewijzigd)
        );
        gewijzigd.Met(
            BeroepNoteren.Beslis(
                gewijzigd.Bezwaar!,
                new(Nummer + "-1", Beroepstand.Ingesteld, Dag("2026-08-12"), "Rechtbank"),
                Verwijs,
                Bo,
                Op("2026-08-12T10:00:00")
            )
        );
        var ingetrokken = Afgewezen(verzonden: null).Overgetypt(new(Zaak, Zaak + "-V1", Indiener.Aanvrager, Dag("2026-06-22"), true));
        ingetrokken.Met(ingetrokken.Corrigeer(new(Dag("2026-06-22"), "De naam ontbrak."), "2026-06-22T12:00:00"));
        ingetrokken.Met(
            Bezwaarpost.Bekend(
                ingetrokken.Bezwaar!,
                new(Zaak + "-V1", Dag("2026-06-23"), Dag("2026-06-24"), Dag("2026-08-04"), Op("2026-06-23T16:00:00"), "slim-2026", "h"),
                Regelstanden.Ongewijzigd
            )
        );
        ingetrokken.Met(BezwaarInGebrekeStellen.Beslis(ingetrokken.Bezwaar!, Dag("2026-09-17"), Bo, Versie, Op("2026-09-18T10:00:00")));
        ingetrokken.Met(
            BezwaarInGebrekeStellen.BeslisVerval(ingetrokken.Bezwaar!, "Verkeerd bezwaar.", Verwijs, Bo, Op("2026-09-18T10:10:00"))
        );
        ingetrokken.Met(BezwaarIntrekken.Beslis(ingetrokken.Bezwaar!, false, () => null, Op("2026-09-18T10:20:00")));
        return [.. gewijzigd.Gebeurd, .. ingetrokken.Gebeurd];
    }

    public Bezwaarzaak Ingediend(
        string op = "2026-07-01T10:00:00",
        string? gronden = "Het plan is wel meetbaar.",
        string? redenTeLaat = null,
        bool? wilHoren = null,
        string? besluit = null
    ) =>
        Met(
            BezwaarIndienen.Beslis(
                Verlening,
                [],
                new(besluit ?? Besluit, "Eva", gronden, gronden is null, redenTeLaat, wilHoren),
                Aanvrager(),
                Bewaar,
                Regelstanden.Ongewijzigd,
                Op(op)
            )
        );

    /// <summary>Typed in from a letter.</summary>
    public Bezwaarzaak Overgetypt(BezwaarInvoeren.Verzoek brief, string op = "2026-08-20T10:00:00") =>
        Met(BezwaarInvoeren.Beslis(Verlening, [], brief, Bewaar, Regelstanden.Ongewijzigd, Op(op)));

    public Beslissing Corrigeer(BezwaarCorrigeren.Verzoek verzoek, string op = "2026-08-20T11:00:00", string wie = Bo) =>
        BezwaarCorrigeren.Beslis(
            Bezwaar!,
            new("Eva", "Het plan is wel meetbaar.", null),
            Bestreden.Van(Verlening)[0].Datum,
            verzoek,
            inhoud => new Verwijzing(Guid.Empty, JsonSerializer.Serialize(inhoud, Platform.Stromen.Json.Opties)),
            wie,
            Versie,
            Op(op)
        );

    public Bezwaarzaak Beoordeeld(string grond = Ontvankelijkheid.OpTijd, string op = "2026-08-05T10:00:00", string wie = Bo) =>
        Met(Beoordeel(grond, op, wie));

    public Beslissing Beoordeel(string grond, string op = "2026-08-05T10:00:00", string wie = Bo) =>
        OntvankelijkheidBeoordelen.Beslis(Bezwaar!, new(grond, "Omdat."), Verwijs, wie, Versie, Op(op));

    public Bezwaarzaak Afgezien(string grond, string op = "2026-08-05T10:00:00") => Met(ZieAf(grond, op));

    public Beslissing ZieAf(string grond, string op = "2026-08-05T10:00:00", string wie = Bo, string? anderen = null) =>
        Horen.ZieAf(Bezwaar!, new(grond, "Omdat.", anderen), Verwijs, wie, Op(op));

    /// <summary>Assessed again, by who proposes then unless somebody else is named.</summary>
    public Bezwaarzaak Herbeoordeeld(decimal subsidie, string op = "2026-08-06T10:00:00", string? gronden = null, string wie = Bo) =>
        Herbeoordeeld(subsidie, Op(op), gronden, wie);

    public Bezwaarzaak Herbeoordeeld(decimal subsidie, Instant op, string? gronden, string wie)
    {
        var bericht = Verlenen with
        {
            Voorstel = gronden is null ? "verlenen" : "afwijzen",
            Gronden = gronden is null ? [] : [gronden],
            SubsidiabeleKosten = subsidie,
            Subsidie = subsidie,
            Voorschot = decimal.Round(subsidie / 2, 2),
            Beoordelaar = wie,
            Op = op,
            Bezwaar = Bezwaar!.Id,
        };
        return MetZaak(Hoor(Verlening, bericht));
    }

    public Beslissing StelVoor(
        string uitkomst,
        string op = "2026-08-07T10:00:00",
        string wie = Bo,
        string? herstelt = null,
        string? afwijking = null
    ) => StelVoor(uitkomst, Op(op), wie, herstelt, afwijking);

    public Beslissing StelVoor(string uitkomst, Instant op, string wie, string? herstelt, string? afwijking = null) =>
        BeslissingVoorstellen.Beslis(
            Bezwaar!,
            Verlening,
            new(uitkomst, "De motivering.", afwijking, herstelt),
            motivering => new Verwijzing(Guid.Empty, motivering.Tekst),
            wie,
            op
        );

    public Bezwaarzaak Voorgesteld(string uitkomst, string? herstelt = null) => Met(StelVoor(uitkomst, herstelt: herstelt));

    public Bezwaarzaak Budget(decimal bedrag, long versie = 1, string? voorstel = null) =>
        Budget(bedrag, Op("2026-08-07T11:00:00"), versie, voorstel);

    /// <param name="voorstel">The proposal that it was set apart for; null when that is not told.</param>
    public Bezwaarzaak Budget(decimal bedrag, Instant op, long? versie = null, string? voorstel = null) =>
        Met(
            BijBezwaarbudgetGereserveerd.Beslis(
                Bezwaar!,
                new BezwaarbudgetGereserveerdBericht(Zaak, Tijdvak, Bezwaar!.Id, bedrag, op, versie, voorstel)
            )
        );

    /// <summary>What lies ready goes back.</summary>
    public Bezwaarzaak Teruggezonden(string op) =>
        Met(BeslissingOndertekenen.ZendTerug(Bezwaar!, new(Bezwaar!.Voorstel!.Voorstelhash, "Te kort."), Verwijs, Mo, Op(op)));

    public Beslissing Teken(string op = "2026-08-10T10:00:00", string wie = Mo, string? hash = null) => Teken(Op(op), wie, hash);

    public Beslissing Teken(Instant op, string wie, string? hash = null) =>
        BeslissingOndertekenen.Beslis(Bezwaar!, Verlening, hash ?? Bezwaar!.Voorstel?.Voorstelhash ?? "geen", wie, Versie, op, MetBelang);

    public Bezwaarzaak Getekend(string op = "2026-08-10T10:00:00", string wie = Mo) => Getekend(Teken(op, wie));

    /// <summary>Signed, with what it does to the case.</summary>
    public Bezwaarzaak Getekend(Beslissing getekend)
    {
        Met(getekend);
        return Bezwaar!.Beslissing!.Gevolg is null ? this : MetZaak(BeslissingOndertekenen.Gevolg(Verlening, Bezwaar.Beslissing, Versie));
    }

    /// <summary>What is decided on the objection is applied, after a round through JSON as the store does; a refusal fails the test.</summary>
    public Bezwaarzaak Met(Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering?.Code);
        Gebeurd.AddRange(beslissing.Gebeurtenissen.Select(g => (Nummer, g)));
        Bezwaar = beslissing.Gebeurtenissen.Aggregate(
            Bezwaar ?? new Bezwaar { Id = Nummer },
            (stand, e) =>
            {
                var opgeslagen = JsonSerializer.Deserialize(
                    JsonSerializer.Serialize(e, e.GetType(), Platform.Stromen.Json.Opties),
                    e.GetType(),
                    Platform.Stromen.Json.Opties
                )!;
                return typeof(Bezwaar).GetMethod(nameof(Verlening.Apply), [e.GetType()]) is { } apply
                    ? (Bezwaar)apply.Invoke(stand, [opgeslagen])!
                    : stand;
            }
        );
        return this;
    }

    public Bezwaarzaak MetZaak(Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering?.Code);
        Gebeurd.AddRange(beslissing.Gebeurtenissen.Select(g => (Zaak, g)));
        Verlening = Volg(Verlening, beslissing)!;
        return this;
    }

    /// <summary>The decision that is objected to.</summary>
    public string Besluit => Bestreden.Van(Verlening)[0].Besluit;

    /// <summary>The last day to decide.</summary>
    public LocalDate? Uiterlijk => Bezwaardagen.Beslissen(Bezwaar!, Versie);

    public static Regelversie Versie => Regelboek.Versie("slim-2026");

    public static Verwijzing Verwijs() => new(Guid.Empty, "hash");

    public static Verwijzing Verwijs(string tekst) => new(Guid.Empty, tekst);

    public static Verwijzing Bewaar(Bezwaarinhoud inhoud) => new(Guid.Empty, inhoud.Gronden ?? "");

    private static Bezwaarzaak Verzonden(Verlening verlening, string soort, string? dag) =>
        new(dag is null ? verlening : Volg(verlening, Hoor(verlening, Brief(dag, soort)))!);
}
