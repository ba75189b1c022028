using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Omgeving;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Emails;

/// <summary>Dossiers and Relaties with a real mail server. Olivia and Bram have an enterprise each.</summary>
public sealed class Emailhuis : IAsyncLifetime
{
    public const string Buurkvk = "22222222";

    /// <summary>Of who keeps watch.</summary>
    public const string Wachtadres = "wacht@uitvoering.voorbeeld";

    private static int _zaken;
    private NpgsqlDataSource _bron = null!;

    public Mailserver Server { get; } = new();

    public Proefhuis Huis { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server.Start();
        Huis = new Proefhuis(
            new Dictionary<string, string?>
            {
                ["SlimRegeling:Email:Server"] = "127.0.0.1",
                ["SlimRegeling:Email:Poort"] = $"{Server.Poort}",
                ["SlimRegeling:Email:Beveiliging"] = "geen",
                ["SlimRegeling:Email:Afzender"] = "SLIM-regeling <slim@uitvoering.voorbeeld>",
                ["SlimRegeling:Email:Siteadres"] = "https://slim.voorbeeld/portaal",
                ["SlimRegeling:Email:PerMinuut"] = "6000",
                ["SlimRegeling:Email:Alarmadres"] = Wachtadres,
            }
        );
        await Huis.InitializeAsync();
        _bron = NpgsqlDataSource.Create(Huis.Verbinding);
    }

    public async ValueTask DisposeAsync()
    {
        await _bron.DisposeAsync();
        await Huis.DisposeAsync();
        await Server.DisposeAsync();
    }

    public static string Nummer() =>
        Platform.Zaaknummer.Maak([6, 6, 6, 6, 6, 6, 6, (byte)(_zaken / 30), (byte)(Interlocked.Increment(ref _zaken) % 30)]).ToString();

    /// <summary>An address that no other test uses, which this enterprise has from now on.</summary>
    public async Task<string> Adres(string wie = "olivia", string? adres = null)
    {
        adres ??= $"post{Interlocked.Increment(ref _zaken)}@{wie}.voorbeeld";
        var (status, antwoord) = await Zet(wie, adres);
        Assert.True(status == HttpStatusCode.OK, antwoord.ToString());
        await Huis.Stil();
        return adres;
    }

    public async Task<(HttpStatusCode Status, JsonElement Antwoord)> Zet(string wie, string? adres, string? kvkNummer = null)
    {
        using var antwoord = await Huis.Post(
            wie,
            $"/v1/ondernemingen/{kvkNummer ?? (wie == "olivia" ? Kvk : Buurkvk)}/contact",
            new { email = adres }
        );
        return (antwoord.StatusCode, await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    public async Task Zeg(IetsBesloten besluit)
    {
        using var antwoord = await Huis.Post("ben", "/v1/besluiten", besluit);
        Assert.True(antwoord.IsSuccessStatusCode);
        await Huis.Stil();
    }

    /// <summary>A case that was submitted by now.</summary>
    public async Task<string> Ingediend(string? nummer = null, string kvkNummer = Kvk)
    {
        nummer ??= Nummer();
        await Zeg(new IetsBesloten(new AanvraagIngediendBericht(nummer, "2026-04-mkb", kvkNummer, "slim-2026", 11040.00m, Nu)));
        return nummer;
    }

    /// <summary>What the server got about this case.</summary>
    public IReadOnlyList<Mailserver.Gekregen> Post(string zaak) =>
        [.. Server.Post.Where(p => p.Bericht.Subject!.Contains(zaak, StringComparison.Ordinal))];

    public async Task<Mailserver.Gekregen> Eerste(string zaak)
    {
        await Tot(() => Task.FromResult(Post(zaak).Count > 0));
        return Post(zaak)[0];
    }

    public Task<T> Lees<T>(string vraag) => Lees<T>(_bron, vraag);

    public async Task Wordt(string zaak, string stand, string soort = "Ontvangst") =>
        await Tot(async () =>
            await Lees<string?>(
                $"select string_agg(distinct stand, ',') from dossiers.email where zaaknummer = '{zaak}' and soort = '{soort}'"
            ) == stand
        );

    /// <summary>As if the pause of what waits is over.</summary>
    public Task NaDePauze(string zaak) =>
        Lees<int>(
            $"with w as (update dossiers.email set volgende_op = now() - interval '1 minute' where zaaknummer = '{zaak}' returning 1) select count(*)::int from w"
        );

    /// <summary>The e-mail of a case as an employee reads it.</summary>
    public async Task<JsonElement> Beeld(string zaak, string wie = "bea")
    {
        using var antwoord = await Huis.Haal(wie, $"/v1/emails?zaaknummer={zaak}");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    public async Task<HttpStatusCode> Opnieuw(string id, string wie = "ben")
    {
        using var antwoord = await Huis.Post(wie, $"/v1/emails/{id}/verzending", new { });
        return antwoord.StatusCode;
    }

    public static async Task Tot(Func<Task<bool>> waar)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await waar())
            {
                return;
            }
            await Task.Delay(100, Ct);
        }
        Assert.Fail("It does not come to that.");
    }

    private static async Task<T> Lees<T>(NpgsqlDataSource bron, string vraag)
    {
        await using var opdracht = bron.CreateCommand(vraag);
        return await opdracht.ExecuteScalarAsync(Ct) is T waarde ? waarde : default!;
    }
}
