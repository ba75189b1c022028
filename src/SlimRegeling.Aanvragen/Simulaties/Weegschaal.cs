using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>An application in both worlds, as far as its own rules go: who is within the ceiling is for all of them together.</summary>
/// <param name="Rang">In the order of the window; null when it has none.</param>
/// <param name="Volgt">When it counts as received, and then when it came to the door.</param>
/// <param name="Aangevuld">Completed later: it goes behind a list that is not fixed yet (2.10(3)).</param>
/// <param name="Verschillen">The rules that come out otherwise.</param>
/// <param name="Plafondgrond">The ground on which it is refused when it is not within the ceiling.</param>
internal sealed record Simulatiezaak(
    string Zaaknummer,
    string Aanvragertype,
    int? Rang,
    (Instant Op, Instant Binnen) Volgt,
    bool Aangevuld,
    bool Ingetrokken,
    bool Beoordeeld,
    bool Vernietigd,
    Gewogen Voor,
    Gewogen Na,
    IReadOnlyList<Reden> Verschillen,
    Grond Plafondgrond
);

/// <summary>What the rules give one application before the ceiling is looked at; euro.</summary>
/// <param name="Gevraagd">What budget is reserved for it.</param>
/// <param name="Subsidie">What it gets when it is within the ceiling.</param>
/// <param name="Beletsel">The first rule that stands in the way.</param>
internal sealed record Gewogen(
    Regelversie Versie,
    decimal Gevraagd,
    decimal Subsidie,
    decimal Voorschot,
    string Grootteklasse,
    string Sector,
    Reden? Beletsel
)
{
    /// <summary>As it is, or lowered to what is left under the ceiling (2.12, under i) with the advance that follows from it; euro.</summary>
    public (decimal Subsidie, decimal Voorschot) Binnen(string aanvragertype, decimal rest) =>
        Subsidie <= rest ? (Subsidie, Voorschot) : (rest, Regels.Voorschot.BijVerlening(Versie, aanvragertype, rest));
}

/// <summary>Weighs applications under the rules that they were decided by, or those of now, and under the same with changes.</summary>
internal sealed class Weegschaal(Regelstanden regels, IReadOnlyList<Regelwijziging> wijzigingen)
{
    /// <summary>Where the size or sector cannot be told: of a partnership as a whole, or when the content was destroyed.</summary>
    public const string Geen = "geen";

    private readonly Dictionary<string, Regelversie> _gewijzigd = [];

    /// <param name="formulier">Null when it was destroyed with the dossier: the case counts as it was decided.</param>
    /// <param name="vastgelegd">What the assessment that stands was based on.</param>
    /// <param name="subsidies">The awards to the applicant and its parties that are known.</param>
    public Simulatiezaak Weeg(
        Aanvraag aanvraag,
        Formulier? formulier,
        Beoordelen.Inhoud? vastgelegd,
        IEnumerable<Subsidie> subsidies,
        Instant nu
    )
    {
        var ingediend = aanvraag.Ingediend ?? throw new InvalidOperationException("Only what was submitted can be weighed.");
        var beoordeling = Staand(aanvraag);
        var moment = beoordeling?.Op ?? nu;
        var bijIndiening = regels
            .Toen(aanvraag.Aangevuld?.Regelhash ?? ingediend.Regelhash)
            .Versie(ingediend.Regelversie, aanvraag.Aangevuld?.Op ?? ingediend.Op);
        var bijWeging = regels.Toen(beoordeling?.Regelhash).Versie(ingediend.Regelversie, moment);
        var vast = Vastgelegd(bijWeging, aanvraag.Gevraagd, beoordeling);
        var zaak = new Simulatiezaak(
            aanvraag.Id,
            ingediend.Aanvragertype,
            aanvraag.Rangschikking?.Rang,
            Volgt(aanvraag, ingediend),
            aanvraag.Aanvulling is not null,
            aanvraag.Fase is Fase.Ingetrokken or Fase.BuitenBehandeling,
            beoordeling is not null,
            Vernietigd: true,
            vast,
            vast,
            [],
            bijWeging.Grond(Grondcode.PlafondOverschreden)
        );
        if (formulier is null || (beoordeling is not null && vastgelegd is null))
        {
            return zaak;
        }
        var oordelen = vastgelegd?.Verzoek.Gronden.ToDictionary(o => o.Code, o => o.Uitkomst == Beoordelen.Uitkomstoordeel.Voldaan) ?? [];
        var toekenningen = vastgelegd?.Subsidies ?? Subsidies.Op(subsidies, moment);
        // What the ceiling left for it is another in each world.
        var ongekort = aanvraag with
        {
            Budget = aanvraag.Budget is { } budget ? budget with { Gedeeltelijk = false } : null,
        };
        var (voor, na) = (Onder(bijIndiening, bijWeging), Onder(Gewijzigd(bijIndiening), Gewijzigd(bijWeging)));
        return zaak with
        {
            Vernietigd = false,
            Voor = voor.Gewogen,
            Na = na.Gewogen,
            Verschillen = Redenen.Verschillen(voor.Weging, na.Weging) is { Count: > 0 } verschillen
                ? verschillen
                : Redenen.Verschillen(voor.Gevraagd, na.Gevraagd),
        };

        (Beoordeling Gevraagd, Beoordeling Weging, Gewogen Gewogen) Onder(Regelversie indiening, Regelversie weegt)
        {
            var plan = formulier.Regelplan(ingediend.Aanvragertype);
            var gevraagd = Beoordeling.Van(indiening, plan, Feiten.Geen);
            var weging = Weging.Weeg(weegt, ongekort, formulier, vastgelegd?.Verzoek.Begroting, toekenningen, oordelen, moment);
            // A corrected budget never gives more than what was reserved.
            var hoogste = gevraagd.Berekening;
            var (subsidie, voorschot) =
                weging.Subsidiebedrag <= hoogste.Subsidiebedrag
                    ? (weging.Subsidiebedrag, weging.Voorschot)
                    : (hoogste.Subsidiebedrag, hoogste.Voorschot);
            return (
                gevraagd,
                weging,
                new Gewogen(
                    weegt,
                    hoogste.Subsidiebedrag,
                    subsidie,
                    voorschot,
                    weging.Grootteklasse?.ToString().ToLowerInvariant() ?? Geen,
                    Sectornaam.Van(weegt, plan),
                    Redenen.Beletsel(weegt, weging)
                )
            );
        }
    }

    private static (Instant Op, Instant Binnen) Volgt(Aanvraag aanvraag, AanvraagIngediend ingediend)
    {
        var op = aanvraag.Aangevuld?.Op ?? aanvraag.Volledig?.VolledigOntvangenOp ?? ingediend.Op;
        return (op, (aanvraag.Aangevuld is { } aangevuld ? aangevuld.Binnengekomen : ingediend.Binnengekomen) ?? op);
    }

    /// <summary>An assessment that was sent back does not stand.</summary>
    public static AanvraagBeoordeeld? Staand(Aanvraag aanvraag) => aanvraag.Fase == Fase.Beoordeeld ? aanvraag.Beoordeling : null;

    private Regelversie Gewijzigd(Regelversie versie)
    {
        if (!_gewijzigd.TryGetValue(versie.Hash, out var gewijzigd))
        {
            _gewijzigd[versie.Hash] = gewijzigd = versie.Met(wijzigingen);
        }
        return gewijzigd;
    }

    private static Gewogen Vastgelegd(Regelversie versie, decimal gevraagd, AanvraagBeoordeeld? beoordeling) =>
        new(
            versie,
            gevraagd,
            beoordeling?.Subsidie ?? gevraagd,
            beoordeling?.Voorschot ?? 0m,
            Geen,
            Geen,
            beoordeling?.Gronden is [var code, ..] ? Redenen.Van(versie.Grond(code)) : null
        );
}
