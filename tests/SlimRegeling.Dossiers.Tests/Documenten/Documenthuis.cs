using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Omgeving;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>A host that receives documents, with a real clamd.</summary>
public class Documenthuis : IAsyncLifetime
{
    private readonly Func<Documenthuis, Dictionary<string, string?>> _instellingen;
    private static int _zaken;

    public Documenthuis()
        : this(h => new() { ["SlimRegeling:Virusscanner"] = h.Clamav.Tcp }) { }

    protected Documenthuis(Func<Documenthuis, Dictionary<string, string?>> instellingen) => _instellingen = instellingen;

    public ClamavServer Clamav { get; } = new();

    public Proefhuis Huis { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        await Clamav.InitializeAsync();
        Huis = new Proefhuis(_instellingen(this));
        await Huis.InitializeAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Huis.DisposeAsync();
        await Clamav.DisposeAsync();
    }

    /// <summary>A draft of Olivia's enterprise.</summary>
    public static string Concept()
    {
        var nummer = Nummer();
        BeslissersContext.Concepten[nummer] = new(nummer, Kvk, "2026-04-mkb", "slim-2026");
        return nummer;
    }

    private static string Nummer() =>
        Platform.Zaaknummer.Maak([5, 5, 5, 5, 5, 5, 5, (byte)(_zaken / 30), (byte)(Interlocked.Increment(ref _zaken) % 30)]).ToString();

    /// <summary>A case of Olivia's enterprise.</summary>
    public async Task<string> Zaak()
    {
        var nummer = Nummer();
        await Ingediend(nummer);
        return nummer;
    }

    /// <summary>This number is heard of as submitted.</summary>
    public async Task Ingediend(string nummer)
    {
        using var antwoord = await Huis.Post(
            "ben",
            "/v1/besluiten",
            new IetsBesloten(new AanvraagIngediendBericht(nummer, "2026-04-mkb", Kvk, "slim-2026", 11040.00m, Nu))
        );
        Assert.True(antwoord.IsSuccessStatusCode);
        await Huis.Stil();
    }

    public async Task<(HttpStatusCode Status, JsonElement Inhoud)> Stuur(
        string zaak,
        byte[] inhoud,
        string? naam = null,
        string wie = "olivia",
        string soort = "application/pdf"
    )
    {
        using var client = await Huis.Als(wie);
        using var bestand = new ByteArrayContent(inhoud);
        bestand.Headers.ContentType = new MediaTypeHeaderValue(soort);
        if (naam is not null)
        {
            bestand.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = naam };
        }
        using var antwoord = await client.PostAsync(
            $"/v1/documenten?zaaknummer={zaak}&soort=plan",
            bestand,
            TestContext.Current.CancellationToken
        );
        return (antwoord.StatusCode, await antwoord.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>The id of a document that was received.</summary>
    public async Task<string> Ontvangen(string zaak, byte[] inhoud, string? naam = null)
    {
        var (status, ontvangst) = await Stuur(zaak, inhoud, naam);
        Assert.True(status == HttpStatusCode.Created, ontvangst.ToString());
        return ontvangst.GetProperty("document").GetString()!;
    }

    public async Task<JsonElement> Stand(string id, string wie = "olivia")
    {
        using var antwoord = await Huis.Haal(wie, $"/v1/documenten/{id}/stand");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the document stands so.</summary>
    public async Task Wordt(string id, string stand)
    {
        for (var i = 0; i < 300; i++)
        {
            if ((await Stand(id)).GetProperty("stand").GetString() == stand)
            {
                return;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"The document does not become {stand}: {await Stand(id)}");
    }

    public async Task<T> Lees<T>(string sql)
    {
        await using var verbinding = new NpgsqlConnection(Huis.Verbinding);
        await verbinding.OpenAsync(TestContext.Current.CancellationToken);
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return (T)(await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

/// <summary>The same with files in a folder, a Unix socket to the scanner and little room in a case.</summary>
public sealed class Maphuis() : Documenthuis(h => Instellingen((Maphuis)h))
{
    public DirectoryInfo Map { get; } = Directory.CreateTempSubdirectory("slim-bestanden-");

    private static Dictionary<string, string?> Instellingen(Maphuis huis) =>
        new()
        {
            ["SlimRegeling:Virusscanner"] = huis.Clamav.Unix,
            ["SlimRegeling:Bestandenmap"] = huis.Map.FullName,
            ["SlimRegeling:Documenten:PerZaak"] = "3",
            ["SlimRegeling:Documenten:MegabytesPerZaak"] = "2",
        };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Map.Delete(recursive: true);
    }
}
