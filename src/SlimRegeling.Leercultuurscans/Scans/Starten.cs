using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Campagnes;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// Opens a scan, of a case or of none, by itself or in a campaign, and hands out its codes, once. The firm gives them to its people; nobody here
/// learns who has which.
/// </summary>
public static class Starten
{
    private const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Naamlengte = 12;
    private const int MeesteTeams = 40;
    private const int LangsteNaam = 100;

    /// <param name="Gevraagd">How many people are asked.</param>
    /// <param name="Zaaknummer">The case that it is evidence in; it can be linked later too.</param>
    /// <param name="Instrument">Id; without it the kernvragen of now.</param>
    /// <param name="Mensen">How many people work at the firm, by which it is compared; without it, how many are asked.</param>
    /// <param name="Sector">Section of the SBI, a letter from A to S.</param>
    /// <param name="Teams">From 10 people on they can be asked in which team they work.</param>
    /// <param name="Kenmerken">From 20 people on: <c>leeftijd</c>, <c>contract</c>, <c>opleiding</c>, <c>fase</c> (what people lack first).</param>
    /// <param name="Campagne">The campaign of a partnership that this scan is a part of.</param>
    /// <param name="Ondernemingsraad"><c>ingestemd</c>, <c>geinformeerd</c>, <c>geen</c> or <c>nog-niet</c>; it blocks nothing.</param>
    public sealed record Verzoek(
        int Gevraagd,
        string? Zaaknummer = null,
        string? Instrument = null,
        int? Mensen = null,
        string? Sector = null,
        IReadOnlyList<Teamverzoek>? Teams = null,
        IReadOnlyList<string>? Kenmerken = null,
        string? Campagne = null,
        string? Contact = null,
        string? Ondernemingsraad = null,
        LocalDate? RaadOp = null
    );

    /// <param name="Gevraagd">How many of this team are asked.</param>
    public sealed record Teamverzoek(string Naam, int? Gevraagd = null);

    /// <param name="Codes">One for each person; empty when this call is repeated.</param>
    public sealed record Antwoord(string Scan, IReadOnlyList<string> Codes);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Scan> scans,
        Campagneboek campagnes,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Instrumentboek boek,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var scan = $"scan-{RandomNumberGenerator.GetString(Tekens, Naamlengte)}";
        var campagne = verzoek.Campagne is null ? null : await campagnes.Zoek(verzoek.Campagne, ct);
        if (verzoek.Campagne is not null && campagne is not { Gesloten: false })
        {
            return Weigering.Invoer(
                new Fout("campagne", "Deze campagne is er niet, of zij is gesloten. Vraag de code aan wie haar begon.")
            );
        }
        var eigen = boek.Zoek(campagne?.Instrument ?? verzoek.Instrument ?? "");
        if (await Instrumentgebruik.Neem(eenheid.Sessie, new[] { boek.Kernvragen, eigen }.OfType<Instrument>().Distinct(), ct) is not null)
        {
            return Weigering.Van(
                "vragenlijst-veranderd",
                "De vragen van deze vragenlijst zijn veranderd nadat zij was gebruikt. Kies een andere vragenlijst."
            );
        }
        string eigenaar = Zaaknummer.TryParse(verzoek.Zaaknummer, null, out var zaaknummer) ? zaaknummer : scan;
        var uitkomst = await scans.SchrijfOfBegin(
            scan,
            _ =>
                Beslis(
                    verzoek with
                    {
                        Instrument = campagne?.Instrument ?? verzoek.Instrument,
                    },
                    persoon.KvkNummer,
                    boek,
                    opzet => eenheid.Bewaar(eigenaar, opzet),
                    nu
                ),
            ct
        );
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var codes = Codes.Trek(verzoek.Gevraagd);
        Antwoordopslag.Uitnodigen(eenheid.Sessie, scan, codes);
        return Uitkomst.Gemaakt($"/scans/{scan}", new Antwoord(scan, codes)) with { Herhaling = new Antwoord(scan, []) };
    }

    /// <param name="bewaar">Keeps what the firm set up; called only when there is anything.</param>
    public static Beslissing Beslis(Verzoek verzoek, string? kvkNummer, Instrumentboek boek, Func<Scanopzet, Verwijzing> bewaar, Instant nu)
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de onderneming waarvoor u de scan doet.");
        }
        var (zaaknummer, fouten) = ((string?)null, Controleer(verzoek, boek, Moment.Dag(nu)).ToList());
        if (verzoek.Zaaknummer is { } gegeven)
        {
            if (Zaaknummer.TryParse(gegeven, null, out var gelezen))
            {
                zaaknummer = gelezen;
            }
            else
            {
                fouten.Add(
                    new Fout("zaaknummer", $"'{gegeven}' is geen zaaknummer. Neem het over van uw concept of ontvangstbevestiging.")
                );
            }
        }
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var kern = boek.Kernvragen;
        var instrument = verzoek.Instrument is null ? kern : boek.Zoek(verzoek.Instrument)!;
        var opzet = Opzet(verzoek);
        return new ScanGestart(
            zaaknummer,
            kvkNummer,
            instrument.Id,
            verzoek.Gevraagd,
            nu,
            instrument.Reeks == Instrumentboek.Kernreeks ? null : kern.Id,
            instrument.Hash,
            Keuzelijsten.Grootte(verzoek.Mensen ?? verzoek.Gevraagd),
            verzoek.Sector,
            verzoek.Campagne,
            opzet == Scanopzet.Zonder ? null : bewaar(opzet)
        );
    }

    private static Scanopzet Opzet(Verzoek verzoek) =>
        verzoek is { Teams: null or { Count: 0 }, Kenmerken: null or { Count: 0 }, Contact: null, Ondernemingsraad: null }
            ? Scanopzet.Zonder
            : new(
                [.. (verzoek.Teams ?? []).Select((t, i) => new Team($"T{i + 1:00}", t.Naam.Trim(), t.Gevraagd))],
                [.. verzoek.Kenmerken ?? []],
                verzoek.Contact,
                verzoek.Ondernemingsraad,
                Scanopzet.Raaddag(verzoek.Ondernemingsraad, verzoek.RaadOp)
            );

    private static IEnumerable<Fout> Controleer(Verzoek v, Instrumentboek boek, LocalDate vandaag)
    {
        if (v.Gevraagd < Drempels.Gevraagd)
        {
            yield return new(
                "gevraagd",
                $"Met minder dan {Drempels.Gevraagd} mensen is geen rapport mogelijk: antwoorden zouden herkenbaar zijn. Voer een gesprek met uw mensen."
            );
        }
        if (v.Gevraagd > Drempels.MeestGevraagd)
        {
            yield return new("gevraagd", $"Vraag ten hoogste {Drempels.MeestGevraagd} mensen.");
        }
        if (v.Instrument is { } instrument && boek.Zoek(instrument) is null)
        {
            yield return new("instrument", "Dit instrument is er niet. Kies er een uit de lijst van instrumenten.");
        }
        if (v.Instrument is { } lang && boek.Zoek(lang) is { TeLang: true })
        {
            yield return TeLang;
        }
        if (v.Mensen is < 1 or > 1_000_000)
        {
            yield return new("mensen", "Geef het aantal mensen dat bij u werkt.");
        }
        if (v.Sector is { } sector && !Keuzelijsten.Sectoren.Kent(sector))
        {
            yield return new("sector", "Kies de letter van uw sector in de SBI, van A tot en met S.");
        }
        if (v.Ondernemingsraad is { } raad && !Scanopzet.Raadstanden.Contains(raad))
        {
            yield return new("ondernemingsraad", "Kies ingestemd, geinformeerd, geen of nog-niet.");
        }
        if (Scanopzet.Raaddag(v.Ondernemingsraad, v.RaadOp) > vandaag)
        {
            yield return Scanopzet.RaadInToekomst;
        }
        if (v.Contact is { Length: > LangsteNaam })
        {
            yield return new("contact", $"Gebruik ten hoogste {LangsteNaam} tekens.");
        }
        foreach (var fout in Groepen(v))
        {
            yield return fout;
        }
    }

    internal static Fout TeLang =>
        new(
            "instrument",
            $"Deze vragenlijst heeft meer dan {Instrument.MeesteVragen} vragen. Dat duurt te lang. Kies een andere vragenlijst."
        );

    // What no report could show is not asked.
    private static IEnumerable<Fout> Groepen(Verzoek v)
    {
        var teams = v.Teams ?? [];
        if (teams.Count > 0 && v.Gevraagd < Drempels.MetTeams)
        {
            yield return new("teams", $"Onder {Drempels.MetTeams} mensen is een team te klein om te tonen. Laat de teams weg.");
        }
        if (teams.Count is 1 or > MeesteTeams)
        {
            yield return new("teams", $"Noem ten minste 2 en ten hoogste {MeesteTeams} teams.");
        }
        if (teams.Any(t => string.IsNullOrWhiteSpace(t.Naam) || t.Naam.Length > LangsteNaam || t.Gevraagd is < 1))
        {
            yield return new("teams", $"Geef elk team een naam van ten hoogste {LangsteNaam} tekens, en zo mogelijk het aantal mensen.");
        }
        if (teams.Select(t => t.Naam.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < teams.Count)
        {
            yield return new("teams", "Twee teams hebben dezelfde naam. Geef elk een eigen naam.");
        }
        if (v.Kenmerken is { Count: > 0 } kenmerken)
        {
            if (v.Gevraagd < Drempels.MetKenmerken)
            {
                yield return new(
                    "kenmerken",
                    $"Onder {Drempels.MetKenmerken} mensen kunnen wij niets tonen naar leeftijd, contract of opleiding. Laat die vragen weg."
                );
            }
            if (kenmerken.Except(Keuzelijsten.VanMensen.Select(k => k.Code)).Any() || kenmerken.Distinct().Count() < kenmerken.Count)
            {
                yield return new("kenmerken", "Kies uit opleiding, contract, leeftijd en fase, elk één keer.");
            }
        }
    }
}
