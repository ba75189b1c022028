using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Npgsql;
using SlimRegeling.Aanvragen;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Prestaties;

/// <summary>What every page has to show: the cases of a drawn window, and all that its reader can have of each thing. One case and its letters come
/// by the program itself; what is much of it is written again by COPY.</summary>
/// <param name="Zaken">Cases in the drawn window.</param>
/// <param name="EigenZaken">Cases of one enterprise beside them.</param>
/// <param name="Concepten">Its drafts.</param>
/// <param name="Machtigingen">Enterprises that let one adviser act for them.</param>
/// <param name="Inzagen">Rows of the view log.</param>
internal sealed record Bladvoorraad(int Zaken, int EigenZaken, int Concepten, int Machtigingen, int Inzagen)
{
    public const string Geloot = "bladen-geloot";
    public const string Open = "bladen-open";

    /// <summary>KVK number of who has the machtigingen.</summary>
    public const string Adviseur = "68727720";

    /// <summary>A word that is in one plan.</summary>
    public const string Zeldzaam = "orgelpijpen";

    private const string Ondernemer = "69599084";
    private const string Samen = "bladen-samen";
    private const string Gemachtigde = "33333333";
    private const string Partij = "68750110";
    private const string Regels = "slim-2026";
    private const int Zaailingen = 100;
    private const int EigenZaailingen = 20;

    private static readonly (string Context, string Wat)[] Gezien = [("aanvragen", "aanvraag"), ("zaken", "zaak"), ("dossiers", "brief")];

    // As many as can stand open in one window.
    private const int ConceptenPerTijdvak = 25;
    private const decimal PlafondPerZaak = 2_000m;
    private static readonly Duration Terug = Duration.FromDays(60);

    /// <summary>As little as there can be of everything.</summary>
    public static Bladvoorraad Klein { get; } = new(Zaailingen, 0, 0, 1, 10);

    public static Bladvoorraad Groot(int zaken) => new(Math.Max(zaken, Zaailingen), 1_000, 500, 1_000, zaken);

    /// <summary>Cases, drafts and the like by which the pages about one of them are opened.</summary>
    public sealed record Genoemd(
        string Zaak,
        string Concept,
        string Samenwerking,
        string Machtiging,
        string Standaardtekst,
        string Bestreden,
        string Bezwaar
    );

    public async Task<Genoemd> Vul(string verbinding, string map)
    {
        await using var bron = Vloer.Bron(verbinding);
        var klok = new Verzetbareklok();
        klok.Zet(SystemClock.Instance.GetCurrentInstant() - Terug);
        await using var huis = await Proefhuis.Open(verbinding, map, klok);
        await LaatLoten(huis, bron, klok);
        var (bestreden, bezwaar) = await Bladbezwaar.Maak(huis, klok, Ondernemer);
        klok.Zet(SystemClock.Instance.GetCurrentInstant());
        var genoemd = await Noem(huis, bestreden, bezwaar);
        await VulOnderneming(huis, bron);
        await VulAdviseur(huis);
        await VulInzagen(bron);
        await huis.Stil();
        await Bijgewerkt(bron);
        await Doe(bron, "vacuum analyze");
        return genoemd;
    }

    private async Task LaatLoten(Proefhuis huis, NpgsqlDataSource bron, Verzetbareklok klok)
    {
        var nu = klok.GetCurrentInstant();
        await huis.Publiceer(new(Geloot, Wandklok(nu, -1), Wandklok(nu, 20), PlafondPerZaak * Zaken, Regels));
        var jaren = Enumerable.Range(0, Math.Max(1, Concepten / ConceptenPerTijdvak));
        foreach (var jaar in jaren)
        {
            await huis.Publiceer(new(Jaar(jaar), Wandklok(nu, -1), Wandklok(nu, 20), PlafondPerZaak, Regels));
        }
        var zaailingen = await huis.MaakConcepten(Zaailingen, Geloot, i => Prestaties.Concepten.Formulier with { Activiteiten = Uren(i) });
        foreach (var zaak in zaailingen)
        {
            await huis.DienIn(zaak);
            await huis.Vraag(HttpMethod.Post, Rol.Beoordelaar, $"aanvragen/{zaak.Zaaknummer}/volledigheid", new { volledig = true });
        }
        await huis.Stil();
        await Bijgewerkt(bron);
        var vermenigvuldiging = await Vermenigvuldiging.Neem(bron, Contexten.Alle().Select(c => c.Naam), zaailingen);
        if (Zaken > Zaailingen)
        {
            await vermenigvuldiging.Voeg(Zaken - Zaailingen);
        }

        klok.Zet(nu + Duration.FromDays(21));
        await LegLijstVast(huis, Geloot);
        var zaad = new { zaad = "zaad van de bladen", bron = "prestaties" };
        await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"tijdvakken/{Geloot}/loting", zaad);
        await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"tijdvakken/{Geloot}/loting/bevestiging", zaad, "regelbeheerder-2");
        await huis.Stil();
    }

    /// <summary>Of a window that is closed.</summary>
    internal static async Task LegLijstVast(Proefhuis huis, string tijdvak)
    {
        await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"ontvangsten/{tijdvak}", new { });
        // Refused until the window has heard all that was said of it.
        while (await huis.Vraag(HttpMethod.Post, Rol.Regelbeheerder, $"tijdvakken/{tijdvak}/lijst", new { }) is null)
        {
            await Task.Delay(100);
        }
    }

    /// <summary>One of each thing that a page is about, by the program itself.</summary>
    private static async Task<Genoemd> Noem(Proefhuis huis, string bestreden, string bezwaar)
    {
        var nu = SystemClock.Instance.GetCurrentInstant();
        await huis.Publiceer(new(Open, Wandklok(nu, -1), Wandklok(nu, 20), 1_000_000m, Regels));
        await huis.Publiceer(new(Samen, Wandklok(nu, -1), Wandklok(nu, 20), 1_000_000m, Regels, "samenwerkingsverband"));
        var token = huis.Token("ondernemer", Rol.Aanvrager, Ondernemer);
        await huis.SchrijfIn(new("", Ondernemer, token));

        var zaak = await Begin(huis, token, Open);
        await huis.Schrijf(
            HttpMethod.Put,
            $"v1/aanvragen/{zaak}/concept",
            token,
            Json(
                Prestaties.Concepten.Formulier with
                {
                    Plan = new($"Leren over {Zeldzaam}.", "Een leermethode invoeren.", "Iedereen leert.", "Na een jaar."),
                }
            )
        );
        await VoegDocumentToe(huis, token, zaak, "opleidingsplan");
        await huis.DienIn(new(zaak, Ondernemer, token));
        await huis.Stil();
        await VoegDocumentToe(huis, token, zaak, "offerte");
        var aanvulling = new { zaken = (object[])[new { zaaknummer = zaak, ontbreekt = (string[])["mkb-verklaring"] }] };
        await huis.Vraag(HttpMethod.Post, Rol.Beoordelaar, "aanvullingsverzoeken", aanvulling);

        var concept = await Begin(huis, token, Open);
        await VoegDocumentToe(huis, token, concept, "opleidingsplan");
        var samenwerking = await Begin(huis, token, Samen);
        await huis.Schrijf(
            HttpMethod.Put,
            $"v1/aanvragen/{samenwerking}/concept",
            token,
            new StringContent(
                $$"""
                {"partijen":[{"kvkNummer":"{{Ondernemer}}","rol":"hoofdaanvrager","type":"mkb-onderneming","naam":"Bouwbedrijf De Troffel B.V."},
                             {"kvkNummer":"{{Partij}}","rol":"partij","type":"mkb-onderneming","naam":"Installatiebedrijf De Buis B.V."}]}
                """,
                Encoding.UTF8,
                "application/json"
            )
        );
        await huis.Schrijf($"v1/aanvragen/{samenwerking}/uitnodigingen", token, $$"""{"kvkNummer":"{{Partij}}"}""");
        await Machtig(huis, "ondernemer", Ondernemer, Gemachtigde);
        var tekst = await huis.Vraag(
            HttpMethod.Post,
            Rol.Beoordelaar,
            "standaardteksten",
            new
            {
                onderwerp = "niet-haalbaar",
                titel = "Planning ontbreekt",
                tekst = "Het plan heeft geen planning.",
            }
        );
        await huis.Stil();
        return new(
            zaak,
            concept,
            samenwerking,
            $"{Ondernemer}-{Gemachtigde}",
            tekst!.Value.GetProperty("id").GetString()!,
            bestreden,
            bezwaar
        );
    }

    private async Task VulOnderneming(Proefhuis huis, NpgsqlDataSource bron)
    {
        await huis.MaakConceptenVan(Ondernemer, Concepten, i => Jaar(i / ConceptenPerTijdvak));
        if (EigenZaken == 0)
        {
            return;
        }
        var zaailingen = await huis.MaakConcepten(EigenZaailingen, Open, _ => Prestaties.Concepten.Formulier);
        await Parallel.ForEachAsync(zaailingen, async (zaak, _) => await huis.DienIn(zaak));
        await huis.Stil();
        await Bijgewerkt(bron);
        // One takes part in a window once: so many are those of years, which are here in one window.
        var vermenigvuldiging = await Vermenigvuldiging.Neem(bron, Contexten.Alle().Select(c => c.Naam), zaailingen, "deelname", "inbox");
        await vermenigvuldiging.Voeg(EigenZaken, Ondernemer);
    }

    private Task VulAdviseur(Proefhuis huis) =>
        Parallel.ForEachAsync(
            Enumerable.Range(1, Machtigingen),
            async (i, _) =>
            {
                var gever = (90_000_000 + i).ToString(CultureInfo.InvariantCulture);
                await Machtig(huis, $"gever-{gever}", gever, Adviseur);
            }
        );

    /// <summary>As the door writes them, one view a minute, of all contexts that keep a log of cases.</summary>
    private async Task VulInzagen(NpgsqlDataSource bron)
    {
        foreach (var (deel, (context, wat)) in Gezien.Index())
        {
            await Doe(
                bron,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    insert into {context}.inzage (id, op, wie, rollen, zaaknummer, wat)
                    select gen_random_uuid(), now() - n * interval '1 minute', 'medewerker-' || n % 200, array['beoordelaar'], z.zaaknummer, '{wat}'
                    from generate_series(1, {Inzagen}) n
                    join (select zaaknummer, row_number() over () as r from zaken.zaak) z on z.r = 1 + n % (select count(*) from zaken.zaak)
                    where n % {Gezien.Length} = {deel}
                    """
                )
            );
        }
    }

    private static async Task Machtig(Proefhuis huis, string wie, string gever, string gemachtigde) =>
        await huis.Schrijf(
            "v1/machtigingen",
            huis.Token(wie, Rol.Aanvrager, gever),
            $$"""{"gemachtigde":"{{gemachtigde}}","naam":"Adviesbureau","uwNaam":"Onderneming {{gever}}","omvang":["aanvragen","verantwoorden"]}"""
        );

    internal static async Task<string> Begin(Proefhuis huis, string token, string tijdvak) =>
        (await huis.Schrijf("v1/aanvragen", token, $$"""{"tijdvak":"{{tijdvak}}"}""")).GetProperty("zaaknummer").GetString()!;

    private static async Task VoegDocumentToe(Proefhuis huis, string token, string zaak, string soort)
    {
        var bestand = new ByteArrayContent(Proefpdf.Van(soort));
        bestand.Headers.ContentType = new("application/pdf");
        await huis.Schrijf(HttpMethod.Post, $"v1/documenten?zaaknummer={zaak}&soort={soort}", token, bestand);
    }

    /// <summary>Waits until Zaken has worked out what follows from what it heard.</summary>
    private static async Task Bijgewerkt(NpgsqlDataSource bron)
    {
        await using var opdracht = bron.CreateCommand(
            "select (select count(*) from zaken.zoekwerk) + (select count(*) from zaken.termijnwerk)"
        );
        while ((long)(await opdracht.ExecuteScalarAsync())! > 0)
        {
            await Task.Delay(100);
        }
    }

    private static async Task Doe(NpgsqlDataSource bron, string sql)
    {
        await using var opdracht = bron.CreateCommand(sql);
        opdracht.CommandTimeout = 0;
        await opdracht.ExecuteNonQueryAsync();
    }

    internal static StringContent Json(Formulier formulier) =>
        new(JsonSerializer.Serialize(formulier, Platform.Stromen.Json.Opties), Encoding.UTF8, "application/json");

    // No two ask the same.
    private static Activiteitgegevens[] Uren(int nummer) => [new("C", ExterneUren: [new(50m + nummer, 100m)])];

    private static string Jaar(int jaar) => string.Create(CultureInfo.InvariantCulture, $"bladen-{jaar:00}");

    private static LocalDateTime Wandklok(Instant nu, int dagen) => nu.InZone(Moment.Amsterdam).LocalDateTime.PlusDays(dagen);
}
