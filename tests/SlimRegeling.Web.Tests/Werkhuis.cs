using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole program a week after the term to decide on the applications of a window was over.</summary>
public sealed class Werkhuis : IAsyncLifetime
{
    public const string Bas = "beoordelaar";
    public const string Bea = "bea-werk";
    public const string Beanaam = "Bea de Werker";

    // The days that a window stays open, the term of thirteen weeks after it, and more than what a holiday can put to it.
    private const int Open = 20;
    private const int Beslissen = 91;
    private const int Later = 7;

    private readonly Verzetklok _klok = new();

    public Portaalhuis Portaal { get; }

    /// <summary>Each of another enterprise.</summary>
    public IReadOnlyList<string> Zaken { get; private set; } = [];

    public string Tijdvak { get; private set; } = "";

    public Werkhuis() => Portaal = new() { Klok = _klok };

    public async ValueTask InitializeAsync()
    {
        await Portaal.InitializeAsync();
        Portaal.Registreer(new(Bea, "Bea Werk", [Rol.Beoordelaar]));
        Tijdvak = await Portaal.Tijdvak("2026-werk-mkb", dagen: Open);
        var zaken = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            zaken.Add(await Ingediend(i));
        }
        Zaken = zaken;
        await Portaal.Stil();
        _klok.Verzet = Duration.FromDays(Open + Beslissen + Later);
        foreach (var wie in (string[])[Bas, Bea])
        {
            await Portaal.Gelukt(wie, HttpMethod.Post, "/v1/medewerkers/aanmelding", new { });
        }
        var medewerker = $"/v1/medewerkers/{Relaties.Medewerkers.Medewerker.Stroom(Bea)}/naam";
        await Portaal.Gelukt("beheerder", HttpMethod.Put, medewerker, new { naam = Beanaam });
        await Bijgewerkt();
    }

    public ValueTask DisposeAsync() => Portaal.DisposeAsync();

    /// <summary>Until all was heard, and the terms were worked out of what was heard.</summary>
    public Task Bijgewerkt() => Portaal.Bijgewerkt();

    /// <summary>So many cases more, as a list of work shows them, and only there; until they are disposed of they stand before others.</summary>
    public async Task<IAsyncDisposable> Vermenigvuldig(string zaak, int aantal, string tijdvak)
    {
        var nummers = string.Join(',', Enumerable.Range(0, aantal).Select(_ => Platform.Zaaknummer.Trek().ToString()));
        var rij = $"jsonb_build_object('zaaknummer', n, 'tijdvak', '{tijdvak}')";
        await Portaal.Voer(
            $"""
            insert into zaken.zaak select (jsonb_populate_record(z, {rij})).* from zaken.zaak z, unnest(string_to_array('{nummers}', ',')) n
            where z.zaaknummer = '{zaak}';
            insert into zaken.werk select (jsonb_populate_record(w, {rij})).* from zaken.werk w, unnest(string_to_array('{nummers}', ',')) n
            where w.zaaknummer = '{zaak}'
            """
        );
        return new Rijen(Portaal, tijdvak);
    }

    private sealed class Rijen(Portaalhuis portaal, string tijdvak) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await portaal.Voer($"delete from zaken.werk where tijdvak = '{tijdvak}'; delete from zaken.zaak where tijdvak = '{tijdvak}'");
    }

    private async Task<string> Ingediend(int nummer)
    {
        var wie = string.Create(CultureInfo.InvariantCulture, $"werkgever-{nummer}");
        Portaal.Registreer(wie, $"Werkgever {nummer}", string.Create(CultureInfo.InvariantCulture, $"9100005{nummer}"));
        var zaak = (await Portaal.Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak = Tijdvak }))
            .GetProperty("zaaknummer")
            .GetString()!;
        var formulier = JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Ondertekend);
        await Portaal.Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);
        await Portaal.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        return zaak;
    }
}
