using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>A window of partnerships, whose projects run and are settled on request, with what is heard of them.</summary>
internal sealed class Projectwerk(Zakenhuis huis)
{
    public static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly Werkvenster _venster = new(huis, 200, Aanvragertype.Samenwerkingsverband);
    private readonly Werklijst _lijst = new(huis);

    public string Tijdvak => _venster.Id;

    /// <param name="periodeTot">Left out: a year from now.</param>
    /// <param name="op">Left out: now.</param>
    public async Task<Voorbeeldzaak> Verleend(LocalDate? periodeTot = null, Instant? op = null)
    {
        await huis.Hoor(Guid.CreateVersion7(), _venster.Bericht);
        var zaak = await _venster.Zaak("iemand");
        await Hoor(
            zaak.Verleend with
            {
                Op = op ?? Nu,
                PeriodeTot = periodeTot ?? Werkvenster.Vandaag.PlusYears(1),
                Verantwoording = Verantwoordingswijze.Aanvraag,
            }
        );
        return zaak;
    }

    public Task Hoor(params object[] berichten) => _lijst.Hoor(berichten);

    /// <summary>Those of the window in this phase; of every phase when it is left out.</summary>
    public Task<IReadOnlyList<JsonElement>> Zaken(string? fase = null) =>
        _lijst.Regels($"tijdvak={Tijdvak}{(fase is null ? "" : $"&fase={fase}")}");

    /// <summary>Those of the window that this filter finds.</summary>
    public Task<IReadOnlyList<JsonElement>> Gevonden(string filter) => _lijst.Regels($"tijdvak={Tijdvak}&{filter}");

    public static WijzigingGevraagdBericht Gevraagd(Voorbeeldzaak zaak, int nummer, LocalDate uiterlijk) =>
        new(zaak.Nummer, $"{zaak.Nummer}-W{nummer}", zaak.Kvk, "plan", uiterlijk, Later(nummer));

    public static WijzigingBeslotenBericht Besloten(Voorbeeldzaak zaak, int nummer) =>
        new(
            zaak.Nummer,
            $"{zaak.Nummer}-W{nummer}",
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-W{nummer}",
            zaak.Verlening,
            Werkvenster.Vandaag,
            Werkvenster.Vandaag,
            "plan",
            "afgewezen",
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Later(4)
        );

    public static WijzigingGemeldBericht Gemeld(Voorbeeldzaak zaak, int seconden, long versie) =>
        new(zaak.Nummer, zaak.Kvk, Later(seconden), "later", ["C"], Versie: versie);

    public static VoortgangGemeldBericht Verslag(Voorbeeldzaak zaak) => new(zaak.Nummer, zaak.Kvk, Werkvenster.Vandaag, Later(1));

    public static Instant Dagen(int dagen) => Nu + Duration.FromDays(dagen);

    public static Instant Later(int seconden) => Nu + Duration.FromSeconds(seconden);
}
