using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>A window that closed so long ago, with the cases in it: today is the day on which the tests run.</summary>
internal sealed class Werkvenster(Zakenhuis huis, int gesloten, string aanvragertype = Aanvragertype.MkbOnderneming)
{
    public static readonly Regelversie Regels = Regelboek.Versie("slim-2026");

    private readonly Instant _sluit = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(gesloten);

    public string Id { get; } = $"t-{Guid.NewGuid():N}";

    public static LocalDate Vandaag => Moment.Dag(SystemClock.Instance.GetCurrentInstant());

    /// <summary>The last day to decide on its applications.</summary>
    public LocalDate Beslissen => Termijnen.Einde(Regels, Termijncode.Beslistermijn(aanvragertype), Moment.Dag(_sluit));

    public TijdvakGewijzigdBericht Bericht =>
        new(Id, aanvragertype, _sluit - Duration.FromDays(20), _sluit, 100_000m, "loting", "slim-2026", _sluit - Duration.FromDays(40));

    public async Task<Voorbeeldzaak> Zaak(string? behandelaar = null)
    {
        var zaak = Voorbeeldzaak.Nieuw(tijdvak: Id);
        await huis.Hoor(Guid.NewGuid(), zaak.Ingediend with { Op = _sluit - Duration.FromDays(1) });
        if (behandelaar is not null)
        {
            await Toegewezen(zaak, behandelaar, 2);
        }
        return zaak;
    }

    public Task Toegewezen(Voorbeeldzaak zaak, string? behandelaar, long versie) =>
        huis.Hoor(Guid.NewGuid(), new AanvraagToegewezenBericht(zaak.Nummer, behandelaar, _sluit, versie));
}
