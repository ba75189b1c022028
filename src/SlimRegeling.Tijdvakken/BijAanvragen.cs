using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

public sealed class BijAanvraagIngediend(Werkeenheid<TijdvakkenContext> eenheid, Verdeelbeurt beurt) : IVerwerker<AanvraagIngediendBericht>
{
    public async Task Verwerk(AanvraagIngediendBericht bericht, CancellationToken ct)
    {
        await beurt.Hoor(bericht.Tijdvak, bericht.Op, ct);
        Inschrijving.Ingediend(eenheid.Sessie, bericht);
    }
}

/// <summary>Who is found incomplete loses its place (2.10, third paragraph; KR 2.3), unless nobody can take it any more.</summary>
public sealed class BijAanvullingGevraagd(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<AanvullingGevraagdBericht>
{
    public async Task Verwerk(AanvullingGevraagdBericht bericht, CancellationToken ct)
    {
        var stand = await beurt.Hoor(bericht.Tijdvak, bericht.Op, ct);
        Inschrijving.AanvullingGevraagd(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Op);
        // When its completion was heard before, the place was lost then, and it may have its new one already (a clock that was put back).
        if (!stand.WachtlijstGesloten && !await Zaakstand.IsAangevuld(eenheid.Sessie, bericht.Zaaknummer, ct))
        {
            var nu = moment.Nu;
            await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, r => r.VraagTerug("aanvulling-gevraagd", nu), nu, ct);
        }
    }
}

/// <summary>It joins the order again from this moment on. That it lost its place may come to be heard later.</summary>
public sealed class BijAanvraagAangevuld(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<AanvraagAangevuldBericht>
{
    public async Task Verwerk(AanvraagAangevuldBericht bericht, CancellationToken ct)
    {
        var stand = await beurt.Hoor(bericht.Tijdvak, bericht.Op, ct);
        Inschrijving.Aangevuld(eenheid.Sessie, bericht);
        if (!stand.WachtlijstGesloten)
        {
            var nu = moment.Nu;
            await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, r => r.VraagTerug("aanvulling-gevraagd", nu), nu, ct);
        }
    }
}

public sealed class BijAanvraagVolledig(Werkeenheid<TijdvakkenContext> eenheid, Verdeelbeurt beurt) : IVerwerker<AanvraagVolledigBericht>
{
    public async Task Verwerk(AanvraagVolledigBericht bericht, CancellationToken ct)
    {
        await beurt.Hoor(bericht.Tijdvak, bericht.Op, ct);
        Inschrijving.Volledig(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Op);
    }
}

public sealed class BijAanvraagVervallen(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<AanvraagVervallenBericht>
{
    public async Task Verwerk(AanvraagVervallenBericht bericht, CancellationToken ct)
    {
        await beurt.Hoor(bericht.Tijdvak, bericht.Op, ct);
        Inschrijving.Vervallen(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Op);
        var nu = moment.Nu;
        await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, r => r.GeefVrij(bericht.Grond, nu), nu, ct);
    }
}

public sealed class BijOntvangenTot(Werkeenheid<TijdvakkenContext> eenheid, Verdeelbeurt beurt) : IVerwerker<OntvangenTotBericht>
{
    public Task Verwerk(OntvangenTotBericht bericht, CancellationToken ct)
    {
        Inschrijving.Horizon(eenheid.Sessie, bericht.Tijdvak, bericht.Tot, bericht.Aantal);
        beurt.Wek(bericht.Tijdvak, bericht.Op);
        return Task.CompletedTask;
    }
}

/// <summary>
/// What is assessed is what it needs: below what was reserved the difference comes back. A proposal to refuse frees nothing until it is signed. One
/// that a later assessment followed says nothing any more. What is assessed again on objection changes no place: a decision on the objection asks what it
/// needs.
/// </summary>
public sealed class BijAanvraagBeoordeeld(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<AanvraagBeoordeeldBericht>
{
    public async Task Verwerk(AanvraagBeoordeeldBericht bericht, CancellationToken ct)
    {
        if (bericht.Voorstel != "verlenen" || bericht.Bezwaar is not null)
        {
            return;
        }
        var (zaaknummer, tijdvak, nu) = (bericht.Zaaknummer, bericht.Tijdvak, moment.Nu);
        var stand = await beurt.Deel(tijdvak, ct);
        if (!await Zaakstand.Beoordeeld(eenheid.Sessie, bericht, ct))
        {
            return;
        }
        var na = await reserveringen.Schrijf(zaaknummer, r => r.Verlaag(bericht.Subsidie, nu), nu, ct);
        Wachtrij.Herzie(eenheid.Sessie, zaaknummer, na?.Bedrag ?? 0, stand.WachtlijstGesloten);
        beurt.Wek(tijdvak, nu);
    }
}
