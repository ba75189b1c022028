using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>
/// Shows the draws: what was drawn of each stratum, how far they were judged, and what the faults that were found say of all cases.
/// </summary>
public static class Tonen
{
    /// <param name="Aantal">How many cases are on the list.</param>
    /// <param name="Omvang">How many are drawn of it.</param>
    public sealed record Regel(
        string Nummer,
        Steekproefstand Stand,
        int Aantal,
        int Omvang,
        string Door,
        Instant Op,
        string? Tijdvak = null,
        LocalDate? Van = null,
        LocalDate? Tot = null
    );

    /// <param name="Code">Amount and risk: midden-verhoogd.</param>
    /// <param name="Verleend">Of all its cases together, in euro.</param>
    /// <param name="Omvang">How many are drawn, or are going to be.</param>
    /// <param name="Uitgevallen">Drawn, but proposed or settled before they could be asked for proof.</param>
    /// <param name="Beoordeeld">Drawn and settled, or withdrawn.</param>
    /// <param name="GevondenFout">By how much these were settled lower than the award on the list, in euro; of what was withdrawn all of it.</param>
    /// <param name="GeschatteFout">In all cases of the stratum, in euro; absent while none is settled.</param>
    public sealed record Stratumbeeld(
        string Code,
        int Aantal,
        decimal Verleend,
        int Omvang,
        int Uitgevallen,
        int Beoordeeld,
        decimal GevondenFout,
        decimal? GeschatteFout = null
    );

    /// <param name="Fout">By how much it was settled lower than the award on the list, in euro; absent while it is not settled or withdrawn.</param>
    public sealed record Zaakbeeld(string Zaaknummer, string Stratum, Fase Fase, bool Uitgevallen, decimal? Fout = null);

    /// <param name="Lijsthash">SHA-256 of the list, fixed before the seed was known.</param>
    /// <param name="Zaad">Absent until it is drawn: who types it for the second time takes it from its source, and not from here.</param>
    /// <param name="Bron">Where the seed comes from.</param>
    /// <param name="Voorbereider">Pseudonym of who typed the seed, while another is to type it again.</param>
    /// <param name="Ondertekenaars">Pseudonyms of the two who typed the seed.</param>
    /// <param name="Voorlopig">Not all that were drawn are settled yet.</param>
    /// <param name="GevondenFout">Euro; like the next two.</param>
    /// <param name="GeschatteFout">In all cases of the list; absent while of some stratum none is settled.</param>
    /// <param name="Marge">With 95% certainty the faults in all cases lie no further than this from the estimate; absent while that cannot be computed.</param>
    /// <param name="Zaken">Those that were drawn; not those that are closed to who looks.</param>
    public sealed record Beeld(
        Regel Steekproef,
        string Regelversie,
        string Lijsthash,
        IReadOnlyList<Stratumbeeld> Strata,
        IReadOnlyList<Zaakbeeld> Zaken,
        bool Voorlopig,
        decimal GevondenFout,
        decimal? GeschatteFout = null,
        decimal? Marge = null,
        string? Zaad = null,
        string? Bron = null,
        string? Voorbereider = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/steekproeven", Lijst)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.FinancieelControleur, Rol.Regelbeheerder)
            .Geeft<IReadOnlyList<Regel>>();
        api.MapGet("/steekproeven/{nummer}", Een)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.FinancieelControleur, Rol.Regelbeheerder)
            .LegtInzageVast("steekproef", bladerend: true)
            .Geeft<Beeld>();
        api.MapGet("/steekproeven/{nummer}/lijst.csv", Bestand)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.FinancieelControleur, Rol.Regelbeheerder)
            .LegtInzageVast("steekproeflijst")
            .Produces<Stream>(200, "text/csv");
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<VaststellingContext> eenheid, CancellationToken ct)
    {
        var steekproeven = await eenheid.Sessie.QueryAsync<Steekproef>("order by data -> 'begonnen' ->> 'op' desc, id", ct);
        return Uitkomst.Ok(steekproeven.Where(s => s.Begonnen is not null).Select(s => Kop(s, s.Begonnen!)).ToList());
    }

    private static async Task<Uitkomst> Een(
        string nummer,
        Stroom<Steekproef> steekproeven,
        Werkeenheid<VaststellingContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await steekproeven.Lees(nummer, ct) is not { Begonnen: not null } stand)
        {
            return Weigering.NietGevonden(nummer);
        }
        var zaken = await eenheid.Sessie.LoadManyAsync<Verantwoording>(ct, stand.Getrokken?.Zaaknummers ?? []);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var uitkomst = await steekproeven.Toon(nummer, steekproef => Van(steekproef, zaken, gesloten), ct);
        return uitkomst.Inhoud is Beeld beeld ? uitkomst with { Zaken = [.. beeld.Zaken.Select(z => z.Zaaknummer)] } : uitkomst;
    }

    /// <summary>The whole list, to draw again at home; refused to who has an interest of their own in a case on it.</summary>
    private static async Task<Uitkomst> Bestand(string nummer, Stroom<Steekproef> steekproeven, CancellationToken ct) =>
        await steekproeven.Lees(nummer, ct) is { Begonnen: { } begonnen } stand
            ? Uitkomst.Ok(new Bestand(Encoding.UTF8.GetBytes(Csv(stand)), "text/csv", $"{nummer}.csv")) with
            {
                Zaken = [.. begonnen.Populatie.Select(lid => lid.Zaaknummer)],
            }
            : Weigering.NietGevonden(nummer);

    /// <param name="zaken">Those that were drawn, as they are now.</param>
    /// <param name="gesloten">The cases that are closed to who looks: they count, and are not named.</param>
    public static Beeld Van(Steekproef steekproef, IReadOnlyList<Verantwoording> zaken, IReadOnlySet<string> gesloten)
    {
        var (begonnen, getrokken) = (steekproef.Begonnen!, steekproef.Getrokken);
        var leden = begonnen.Populatie.ToDictionary(lid => lid.Zaaknummer, StringComparer.Ordinal);
        var uitgevallen = (getrokken?.Uitgevallen ?? []).ToHashSet(StringComparer.Ordinal);
        var beelden = zaken
            .OrderBy(zaak => zaak.Id, StringComparer.Ordinal)
            .Select(zaak => new Zaakbeeld(
                zaak.Id,
                leden[zaak.Id].Stratum,
                zaak.Fase,
                uitgevallen.Contains(zaak.Id),
                uitgevallen.Contains(zaak.Id) ? null : Fout(leden[zaak.Id], zaak)
            ))
            .ToList();
        var schatting = Foutschatting.Van(
            begonnen.Strata,
            [.. beelden.Where(z => z.Fout is not null).Select(z => new Waarneming(z.Stratum, z.Fout!.Value))]
        );
        return new(
            Kop(steekproef, begonnen),
            begonnen.Regelversie,
            begonnen.Lijsthash,
            [
                .. begonnen.Strata.Zip(
                    schatting.Strata,
                    (s, geschat) =>
                        new Stratumbeeld(
                            s.Code,
                            s.Aantal,
                            s.Verleend,
                            s.Omvang,
                            beelden.Count(z => z.Uitgevallen && z.Stratum == s.Code),
                            geschat.Beoordeeld,
                            geschat.Gevonden,
                            geschat.Geschat
                        )
                ),
            ],
            [.. beelden.Where(z => !gesloten.Contains(z.Zaaknummer))],
            getrokken is null || beelden.Exists(z => z is { Fout: null, Uitgevallen: false }),
            schatting.Gevonden,
            schatting.Geschat,
            schatting.Marge,
            getrokken?.Zaad,
            getrokken?.Bron ?? steekproef.Voorbereid?.Bron,
            steekproef.Voorbereid?.Door,
            getrokken?.Ondertekenaars
        );
    }

    /// <summary>
    /// What was not owed of the award that the list was fixed with: a withdrawal lowers the award as well, so that it counts as a settlement does. Null
    /// while neither is decided.
    /// </summary>
    private static decimal? Fout(Lid lid, Verantwoording zaak) =>
        zaak switch
        {
            { Fase: Fase.Ingetrokken } => lid.Verleend,
            { Fase: Fase.Vastgesteld, Vaststelling: { } v } => Math.Max(0, lid.Verleend - v.Bedrag),
            _ => null,
        };

    /// <summary>
    /// Lines <c># name;value</c> with what the draw follows from, then a row for each case of the list. UTF-8, semicolons, line feeds.
    /// </summary>
    public static string Csv(Steekproef steekproef)
    {
        var (begonnen, getrokken) = (steekproef.Begonnen!, steekproef.Getrokken);
        var zaken = (getrokken?.Zaaknummers ?? []).ToHashSet(StringComparer.Ordinal);
        var csv = new StringBuilder();
        Regel("# steekproef", steekproef.Id);
        Regel("# lijsthash", begonnen.Lijsthash);
        if (getrokken is not null)
        {
            Regel("# zaad", getrokken.Zaad);
            Regel("# bron", getrokken.Bron);
        }
        foreach (var stratum in begonnen.Strata)
        {
            Regel("# stratum", string.Create(CultureInfo.InvariantCulture, $"{stratum.Code};{stratum.Omvang}"));
        }
        Regel("zaaknummer", "stratum;getrokken");
        foreach (var lid in begonnen.Populatie)
        {
            Regel(lid.Zaaknummer, $"{lid.Stratum};{(zaken.Contains(lid.Zaaknummer) ? "ja" : "nee")}");
        }
        return csv.ToString();

        void Regel(string naam, string inhoud) => csv.Append(naam).Append(';').Append(inhoud).Append('\n');
    }

    private static Regel Kop(Steekproef steekproef, SteekproefBegonnen begonnen) =>
        new(
            steekproef.Id,
            steekproef.Stand(),
            begonnen.Populatie.Count,
            begonnen.Strata.Sum(s => s.Omvang),
            begonnen.Door,
            begonnen.Op,
            begonnen.Tijdvak,
            begonnen.Van,
            begonnen.Tot
        );
}
