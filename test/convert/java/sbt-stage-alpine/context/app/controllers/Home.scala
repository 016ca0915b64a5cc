package controllers

import play.api.mvc._

class Home(val controllerComponents: ControllerComponents) extends BaseController {
  def index(): Action[AnyContent] = Action(Ok("shop"))
}
