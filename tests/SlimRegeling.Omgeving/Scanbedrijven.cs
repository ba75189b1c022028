using System.Text.Json;

namespace SlimRegeling.Omgeving;

/// <summary>
/// Twelve firms of one sector and size that each did two scans: the first 200 days ago, the last in a campaign, with an award between them. That is
/// enough for every figure that is of many firms. Everyone in a firm answers the same, so that the figures can be worked out by hand: of the first
/// subject 2, 3 or 4 in turn, the first time one less.
/// </summary>
/// <param name="stuur">Posts to a path as a person, or as nobody, and gives what comes back; anything but success fails the test.</param>
/// <param name="voer">Does this in the database.</param>
public sealed class Scanbedrijven(Func<string?, string, object, Task<JsonElement>> stuur, Func<string, Task> voer)
{
    public const int Aantal = 12;
    public const string Instrument = "bouwstenen-1";

    private const int Mensen = 6;
    private static readonly string[] Kern = ["D1", "D2", "D3", "D4", "D5", "D6"];
    private static readonly string[] Bouwstenen = ["B1", "B2", "B3", "B4", "B5", "B6"];
    private readonly List<string> _scans = [];

    /// <summary>The last scan of each firm; the first firm gives the first subject 2.</summary>
    public IReadOnlyList<string> Scans => _scans;

    public string Campagne { get; private set; } = "";

    /// <param name="trekker">Who begins the campaign.</param>
    /// <param name="bedrijven">Who acts for each of the firms.</param>
    public async Task Vul(string trekker, IReadOnlyList<string> bedrijven)
    {
        var begonnen = await stuur(
            trekker,
            "/v1/campagnes",
            new
            {
                naam = "Bouw leert",
                uitleg = "Doe mee.",
                instrument = Instrument,
            }
        );
        Campagne = begonnen.GetProperty("campagne").GetString()!;
        foreach (var (i, wie) in bedrijven.Index())
        {
            await Scan(wie, 1 + (i % 3), null);
        }
        await voer("update leercultuurscans.rapportcijfer set op = op - 200");
        foreach (var (i, wie) in bedrijven.Index())
        {
            _scans.Add(await Scan(wie, 2 + (i % 3), Campagne));
        }
        // An award before both scans, and one between them.
        await voer(
            """
            insert into leercultuurscans.verleend (zaaknummer, kvk_nummer, besluitdatum, activiteiten)
            select 'proef-' || kvk_nummer || '-' || dagen, kvk_nummer, max(op) - dagen, 'A C'
            from leercultuurscans.rapportcijfer, unnest(array[100, 900]) dagen group by kvk_nummer, dagen
            """
        );
    }

    private async Task<string> Scan(string wie, int eerste, string? campagne)
    {
        var gestart = await stuur(
            wie,
            "/v1/scans",
            new
            {
                gevraagd = Mensen,
                instrument = Instrument,
                mensen = 14,
                sector = "F",
                campagne,
            }
        );
        var scan = gestart.GetProperty("scan").GetString()!;
        await stuur(
            wie,
            $"/v1/scans/{scan}/leiding",
            new
            {
                antwoorden = Antwoorden(5),
                volgorde = (string[])["D5"],
                fase = "kunnen",
                belemmeringen = (string[])["tijd"],
                drijfveren = (string[])["kwaliteit"],
                akkoord = true,
            }
        );
        foreach (var code in gestart.GetProperty("codes").EnumerateArray())
        {
            await Beantwoord(scan, code.GetString()!, eerste);
        }
        await stuur(wie, $"/v1/scans/{scan}/sluiting", new { });
        return scan;
    }

    /// <summary>Someone answers with the code that they were handed.</summary>
    private Task<JsonElement> Beantwoord(string scan, string code, int eerste) =>
        stuur(
            null,
            $"/v1/scans/{scan}/antwoorden",
            new
            {
                code,
                antwoorden = Antwoorden(eerste),
                wilBeter = (string[])["D5"],
            }
        );

    /// <summary>The fifth subject is low, the others are high.</summary>
    private static Dictionary<string, int[]> Antwoorden(int eerste) =>
        Kern.Index()
            .Select(d => (Code: d.Item, Antwoorden: (int[])[Van(d.Index, eerste), Van(d.Index, eerste)]))
            .Concat(Bouwstenen.Index().Select(b => (Code: b.Item, Antwoorden: (int[])[.. Enumerable.Repeat(Van(b.Index, eerste), 4)])))
            .ToDictionary(d => d.Code, d => d.Antwoorden);

    private static int Van(int onderwerp, int eerste) =>
        onderwerp switch
        {
            0 => eerste,
            4 => 2,
            _ => 4,
        };
}
