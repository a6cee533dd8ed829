import { Body, Controller, Delete, Get, HttpCode, Post, ValidationPipe } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { FAULTS, Faults, type Fault } from './faults.js';

class FaultDto {
  @IsIn(FAULTS) fault!: Fault;
  @IsOptional() @IsInt() @Min(0) @Max(10_000) times?: number;
}

/** For tests: what shall go wrong next. */
@Controller('control/faults')
export class FaultsController {
  constructor(private readonly faults: Faults) {}

  @Get()
  state(): Record<string, number> {
    return this.faults.state();
  }

  @Post()
  @HttpCode(200)
  switchOn(@Body(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true })) dto: FaultDto) {
    this.faults.switchOn(dto.fault, dto.times ?? 1);
    return this.faults.state();
  }

  @Delete()
  @HttpCode(204)
  clear(): void {
    this.faults.clear();
  }
}
