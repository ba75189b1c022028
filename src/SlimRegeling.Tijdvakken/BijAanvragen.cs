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
        if (!stand.WachtlijstGesloten)
        {
            await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, "aanvulling-gevraagd", moment.Nu, ct);
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
        Inschrijving.Aangevuld(eenheid.Sessie, bericht.Zaaknummer, bericht.Tijdvak, bericht.Gevraagd, bericht.Op);
        if (!stand.WachtlijstGesloten)
        {
            await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, "aanvulling-gevraagd", moment.Nu, ct);
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
        await reserveringen.Verlaat(bericht.Zaaknummer, bericht.Tijdvak, bericht.Grond, moment.Nu, ct);
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
/// What is assessed is what it needs: below what was reserved the difference is free. A proposal to refuse frees nothing until it is signed.
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
        if (bericht.Voorstel != "verlenen")
        {
            return;
        }
        var (zaaknummer, tijdvak, nu) = (bericht.Zaaknummer, bericht.Tijdvak, moment.Nu);
        var stand = await beurt.Deel(tijdvak, ct);
        Inschrijving.Beoordeeld(eenheid.Sessie, zaaknummer, tijdvak, bericht.Subsidie, bericht.Op);
        var na = await reserveringen.Schrijf(zaaknummer, r => r.Verlaag(bericht.Subsidie, nu), nu, ct);
        Wachtrij.Herzie(eenheid.Sessie, zaaknummer, na?.Bedrag ?? 0, stand.WachtlijstGesloten);
        beurt.Wek(tijdvak, nu);
    }
}
