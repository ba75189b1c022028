using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>
/// Fixes the list of cases of which is drawn, with their strata, before there is a seed. A case is on one list only: who drew again until the outcome
/// pleased would otherwise choose it. Who has an interest of their own in one of them does not fix it (2:4 Awb).
/// </summary>
public static class Beginnen
{
    private const int LangsteTijdvak = 100;
    private const string Artikel = "2.24, eerste lid";

    /// <param name="Tijdvak">Only cases of this window.</param>
    /// <param name="Van">Only cases whose last day is this one or later.</param>
    /// <param name="Tot">Only cases whose last day is this one or earlier.</param>
    public sealed record Verzoek(string? Tijdvak = null, LocalDate? Van = null, LocalDate? Tot = null);

    /// <param name="Aantal">How many cases are on the list.</param>
    /// <param name="Omvang">How many are going to be drawn.</param>
    /// <param name="Lijsthash">Write it down before the seed is known: by it anyone can see later that the list is the same.</param>
    public sealed record Antwoord(string Nummer, int Aantal, int Omvang, string Lijsthash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/steekproeven", Voer).Voor(Rol.Beoordelaar, Rol.Regelbeheerder).Geeft<Antwoord>(201);
        api.MapDelete(
                "/steekproeven/{nummer}",
                (string nummer, Stroom<Steekproef> steekproeven, Persoon persoon, Moment moment, CancellationToken ct) =>
                    steekproeven.Schrijf(nummer, steekproef => LaatVervallen(steekproef, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Beoordelaar, Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Steekproef> steekproeven,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Invoer(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        await Neem(eenheid.Sessie, ct);
        var eerdere = await eenheid.Sessie.QueryAsync<Steekproef>("order by id", ct);
        var bezet = eerdere
            .Where(s => s.Vervallen is null)
            .SelectMany(s => s.Begonnen?.Populatie ?? [])
            .Select(lid => lid.Zaaknummer)
            .ToHashSet(StringComparer.Ordinal);
        var kandidaten = await Populatie.Lees(eenheid.Sessie, verzoek, Moment.Dag(nu), bezet, ct);
        var nummer = Nummer(eerdere, nu);
        SteekproefBegonnen? begonnen = null;
        var uitkomst = await steekproeven.SchrijfOfBegin(
            nummer,
            _ =>
            {
                var beslissing = Beslis(verzoek, kandidaten, persoon.Onderwerp, regels, nu);
                begonnen = beslissing.Gebeurtenissen.OfType<SteekproefBegonnen>().SingleOrDefault();
                return beslissing;
            },
            ct
        );
        return begonnen is null
            ? uitkomst
            : Uitkomst.Gemaakt(
                $"/steekproeven/{nummer}",
                new Antwoord(nummer, begonnen.Populatie.Count, begonnen.Strata.Sum(s => s.Omvang), begonnen.Lijsthash)
            ) with
            {
                Versie = uitkomst.Versie,
                Zaken = [.. begonnen.Populatie.Select(lid => lid.Zaaknummer)],
            };
    }

    /// <summary>By the parameters of the newest rule version of these cases, as they are on the day on which the list is fixed.</summary>
    public static Beslissing Beslis(Verzoek verzoek, IReadOnlyList<Kandidaat> kandidaten, string wie, Regelstanden regels, Instant nu)
    {
        if (Invoer(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (kandidaten.Select(k => k.Regelversie).Distinct().Select(id => regels.Versie(id, nu)).MaxBy(v => v.Vanaf) is not { } versie)
        {
            return Weigering.Van(
                "geen-zaken",
                "Er is geen zaak om uit te trekken. In een steekproef komt een zaak die ambtshalve wordt vastgesteld, waarvan de periode voorbij is, waarover nog niets is voorgesteld en die nog niet op een andere lijst staat.",
                Artikel
            );
        }
        var dag = Moment.Dag(nu);
        Lid[] leden =
        [
            .. kandidaten
                .OrderBy(k => k.Zaaknummer, StringComparer.Ordinal)
                .Select(k => new Lid(k.Zaaknummer, k.Verleend, k.Signalen, Steekproefmaat.Stratum(versie, dag, k.Verleend, k.Signalen))),
        ];
        var bij = leden.ToLookup(lid => lid.Stratum, StringComparer.Ordinal);
        return new SteekproefBegonnen(
            verzoek.Tijdvak,
            verzoek.Van,
            verzoek.Tot,
            leden,
            [
                .. Steekproefmaat
                    .Strata.Where(bij.Contains)
                    .Select(code => new Stratum(
                        code,
                        bij[code].Count(),
                        bij[code].Sum(lid => lid.Verleend),
                        Steekproefmaat.Omvang(versie, dag, code, bij[code].Count())
                    )),
            ],
            Trekking.Lijsthash(leden),
            wie,
            nu,
            versie.Id,
            versie.Hash
        );
    }

    /// <summary>Only while nobody typed a seed: after that the outcome is known to who looks for it.</summary>
    public static Beslissing LaatVervallen(Steekproef steekproef, string wie, Instant nu) =>
        steekproef switch
        {
            { Begonnen: null } => Weigering.NietGevonden(steekproef.Id),
            { Vervallen: not null } => Beslissing.Geen,
            { ZaadGetypt: true } => Weigering.Van(
                "zaad-getypt",
                "Voor deze steekproef is al een zaad ingetypt. Zij kan niet meer vervallen: anders zou iemand de uitkomst kunnen kiezen.",
                Artikel
            ),
            _ => new SteekproefVervallen(wie, nu),
        };

    private static List<Fout> Invoer(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (verzoek is { Tijdvak: null, Van: null, Tot: null })
        {
            fouten.Add(new("tijdvak", "Noem het tijdvak, of de eerste of laatste dag waarop de periode van de zaken eindigt.", Artikel));
        }
        if (verzoek.Tijdvak is { } tijdvak && (string.IsNullOrWhiteSpace(tijdvak) || tijdvak.Length > LangsteTijdvak))
        {
            fouten.Add(new("tijdvak", $"Noem het tijdvak met zijn kenmerk, ten hoogste {LangsteTijdvak} tekens, of laat het weg."));
        }
        if (verzoek.Van > verzoek.Tot)
        {
            fouten.Add(new("tot", "Deze dag ligt voor de eerste dag. Draai ze om."));
        }
        return fouten;
    }

    private static string Nummer(IReadOnlyList<Steekproef> eerdere, Instant nu)
    {
        var voorvoegsel = string.Create(CultureInfo.InvariantCulture, $"steekproef-{Moment.Dag(nu).Year}-");
        var volgend = eerdere.Count(s => s.Id.StartsWith(voorvoegsel, StringComparison.Ordinal)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{voorvoegsel}{volgend}");
    }

    /// <summary>One at a time: two lists that are made at once would have cases in common, and two draws would ask proof of the same cases.</summary>
    internal static async Task Neem(IDocumentSession sessie, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('steekproeven', 0))");
        await sessie.ExecuteAsync(slot, ct);
    }
}
