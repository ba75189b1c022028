using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>The objections that an employee has work on, the first day to decide on top; and those of one case, with the decisions that can be objected to.</summary>
public static class BezwarenTonen
{
    /// <param name="Besluit">Number of the decision that it is against.</param>
    /// <param name="Soort">What that decides: verlening, afwijzing, buiten-behandeling or vaststelling.</param>
    /// <param name="Indiener">aanvrager or derde.</param>
    /// <param name="BeslissenUiterlijk">Absent while the decision that it is against was not sent, and once it is over.</param>
    /// <param name="Beslissing">Number of the decision on it that holds.</param>
    public sealed record Regel(
        string Bezwaar,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        string Soort,
        string Indiener,
        LocalDate OntvangenOp,
        Bezwaarfase Fase,
        Tijdigheid Tijdigheid,
        LocalDate? BeslissenUiterlijk = null,
        string? Beslissing = null,
        string? Uitkomst = null
    );

    /// <param name="Datum">Of the decision.</param>
    /// <param name="BezwaarTot">The last day to object; absent while it was not sent.</param>
    public sealed record Besluitregel(string Besluit, string Soort, LocalDate Datum, LocalDate? BezwaarTot = null, string? Bezwaar = null);

    /// <param name="Besluiten">The decisions of the case, with the objection of the applicant that is there.</param>
    public sealed record Zaakbezwaren(IReadOnlyList<Besluitregel> Besluiten, IReadOnlyList<Regel> Bezwaren);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bezwaren", Lijst)
            .Geeft<IReadOnlyList<Regel>>()
            .LegtInzageVast("bezwaren")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        api.MapGet("/verleningen/{zaaknummer}/bezwaren", VanZaak)
            .Geeft<Zaakbezwaren>()
            .LegtInzageVast("bezwaren")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
    }

    /// <param name="afgelopen">Those that were decided on or withdrawn, the latest first; else those that are open.</param>
    private static async Task<Uitkomst> Lijst(
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct,
        bool afgelopen = false
    )
    {
        const string Over = "(data -> 'ingetrokken' is not null or jsonb_array_length(data -> 'beslissingen') > 0)";
        var gevonden = afgelopen
            ? await eenheid.Sessie.QueryAsync<Bezwaar>($"where {Over} order by data -> 'ingediend' ->> 'op' desc, id limit 500", ct)
            : await eenheid.Sessie.QueryAsync<Bezwaar>($"where not {Over} or data -> 'voorstel' is not null", ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        var lijst = gevonden.Where(b => !gesloten.Contains(b.Zaaknummer)).Select(b => Van(b, medewerker: true, regels, nu));
        List<Regel> opVolgorde = afgelopen
            ? [.. lijst]
            : [.. lijst.OrderBy(r => r.BeslissenUiterlijk ?? LocalDate.MaxIsoValue).ThenBy(r => r.Bezwaar, StringComparer.Ordinal)];
        return Uitkomst.Ok(opVolgorde) with { Zaken = [.. opVolgorde.Select(r => r.Zaaknummer)] };
    }

    private static async Task<Uitkomst> VanZaak(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var verlening = await verleningen.Lees(zaaknummer, ct);
        if (verlening is null || (persoon.KvkNummer is not null && !verlening.Bekendgemaakt))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        var bezwaren = await register.Van(zaaknummer, ct);
        return Uitkomst.Ok(
            new Zaakbezwaren(
                [
                    .. Bestreden
                        .Van(verlening)
                        .Select(b => new Besluitregel(
                            b.Besluit,
                            b.Soort,
                            b.Datum,
                            b.Termijn?.TotEnMet,
                            bezwaren
                                .LastOrDefault(z =>
                                    z.Betreft!.Besluit == b.Besluit && z.Betreft.Indiener == Indiener.Aanvrager && z.Ingetrokken is null
                                )
                                ?.Id
                        )),
                ],
                [.. bezwaren.Select(b => Van(b, persoon.KvkNummer is null, regels, nu))]
            )
        );
    }

    private static Regel Van(Bezwaar b, bool medewerker, Regelstanden regels, Instant nu)
    {
        var versie = regels.Versie(b.Betreft!.Regelversie, nu);
        var beslissing = medewerker ? b.Beslissing : b.Beslissingen.LastOrDefault(x => b.IsVerzonden(x));
        return new(
            b.Id,
            b.Zaaknummer,
            b.KvkNummer,
            b.Betreft.Besluit,
            b.Betreft.Soort,
            b.Betreft.Indiener,
            b.Ingediend!.OntvangenOp,
            BezwaarTonen.Fase(b, medewerker),
            Bezwaardagen.Tijdig(b, versie),
            b.Afgelopen ? null : Bezwaardagen.Beslissen(b, versie),
            beslissing?.Besluit,
            beslissing?.Uitkomst
        );
    }
}
