using NodaTime;

namespace SlimRegeling.Betalingen.Tests;

// What is done of a life, by its name.
internal sealed partial class Geldleven
{
    private void Doe(Levensdaad daad, int keuze)
    {
        switch (daad)
        {
            case Levensdaad.Tijd:
                _nu += Duration.FromDays(keuze % 20);
                break;
            case Levensdaad.Hoor:
                Hoor(keuze);
                break;
            case Levensdaad.HoorTerug:
                HoorTerug(keuze);
                break;
            case Levensdaad.Betaal:
                Betaal(keuze);
                break;
            case Levensdaad.Ronde:
                GaVerderMetRonde(keuze);
                break;
            case Levensdaad.WijsAf:
                WijsAf(keuze);
                break;
            case Levensdaad.Afschrift:
                LeesAfschrift(keuze);
                break;
            case Levensdaad.BetaalTerug:
                BetaalTerug(keuze);
                break;
            case Levensdaad.HandelAf:
                HandelAf(keuze);
                break;
            case Levensdaad.WijzigRekening:
                WijzigRekening(keuze);
                break;
            case Levensdaad.ControleerRekening:
                ControleerRekening(keuze);
                break;
            case Levensdaad.LegBeslag:
                LegBeslag();
                break;
            case Levensdaad.HefBeslagOp:
                HefBeslagOp();
                break;
            case Levensdaad.GeefVrij:
                GeefVrij();
                break;
            case Levensdaad.Tegenboeken:
                BoekTegen(keuze);
                break;
            case Levensdaad.SluitMaand:
                SluitMaand();
                break;
            default:
                if (Kies(keuze) is { } vordering)
                {
                    Doe(daad, vordering, keuze);
                }
                break;
        }
    }

    private void Doe(Levensdaad daad, string vordering, int keuze)
    {
        switch (daad)
        {
            case Levensdaad.Vorder:
                Vorder(vordering, keuze);
                break;
            case Levensdaad.Invorder:
                Invorder(vordering, keuze);
                break;
            case Levensdaad.Rente:
                StelRenteVast(vordering, keuze);
                break;
            case Levensdaad.Regeling:
                TrefRegeling(vordering, keuze);
                break;
            case Levensdaad.Afboeken:
                BoekAf(vordering, keuze);
                break;
            default:
                Verreken(vordering, keuze);
                break;
        }
    }
}
