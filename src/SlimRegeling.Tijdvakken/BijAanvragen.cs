using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

public sealed class BijAanvraagIngediend(Werkeenheid<TijdvakkenContext> eenheid) : IVerwerker<AanvraagIngediendBericht>
{
    public Task Verwerk(AanvraagIngediendBericht bericht, CancellationToken ct)
    {
        Inschrijving.Ingediend(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.KvkNummer, bericht.Gevraagd, bericht.Op);
        return Task.CompletedTask;
    }
}

public sealed class BijAanvraagVolledig(Werkeenheid<TijdvakkenContext> eenheid) : IVerwerker<AanvraagVolledigBericht>
{
    public Task Verwerk(AanvraagVolledigBericht bericht, CancellationToken ct)
    {
        Inschrijving.Volledig(
            eenheid.Sessie,
            bericht.Zaaknummer,
            bericht.Tijdvak,
            bericht.Aangevuld,
            bericht.VolledigOntvangenOp,
            bericht.Op
        );
        return Task.CompletedTask;
    }
}

public sealed class BijAanvraagVervallen(Werkeenheid<TijdvakkenContext> eenheid, Reserveringen reserveringen, Moment moment)
    : IVerwerker<AanvraagVervallenBericht>
{
    public Task Verwerk(AanvraagVervallenBericht bericht, CancellationToken ct)
    {
        Inschrijving.Verval(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Op);
        return reserveringen.Schrijf(bericht.Zaaknummer, r => r.GeefVrij(bericht.Grond, moment.Nu), ct);
    }
}

public sealed class BijOntvangenTot(Werkeenheid<TijdvakkenContext> eenheid) : IVerwerker<OntvangenTotBericht>
{
    public Task Verwerk(OntvangenTotBericht bericht, CancellationToken ct)
    {
        Inschrijving.Horizon(eenheid.Sessie, bericht.Tijdvak, bericht.Tot, bericht.Aantal);
        return Task.CompletedTask;
    }
}

/// <summary>An assessment below what was reserved frees the difference.</summary>
public sealed class BijAanvraagBeoordeeld(Reserveringen reserveringen, Moment moment) : IVerwerker<AanvraagBeoordeeldBericht>
{
    public Task Verwerk(AanvraagBeoordeeldBericht bericht, CancellationToken ct) =>
        reserveringen.Schrijf(bericht.Zaaknummer, r => r.Verlaag(bericht.Subsidie, moment.Nu), ct);
}
